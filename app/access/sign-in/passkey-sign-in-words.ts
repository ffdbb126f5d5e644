import { sharedSignInWords } from '../core/access-words.ts'

export const passkeySignInWords = {
  waiting: sharedSignInWords.waitingForDevice,
  signIn: 'Sign in with a passkey',
  signingIn: 'Signing in…',
  forMembers: 'For members of a workspace. Add one under Your account first.',
  notSupported: 'This browser does not support passkeys. Sign in by email instead.',
  toCompany: sharedSignInWords.toCompany,
}
