export const passkeySignInWords = {
  waiting: 'Waiting for your device…',
  signIn: 'Sign in with a passkey',
  signingIn: 'Signing in…',
  forMembers: 'For members of a workspace. Add one under Your devices first.',
  notSupported: 'This browser does not support passkeys. Sign in by email instead.',
  toCompany: 'Go to your company’s sign-in',
}
