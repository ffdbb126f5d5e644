export const signInFormWords = {
  email: 'Email',
  send: 'Send sign-in link',
  passkeysNeedScript: 'Passkeys need JavaScript, which is turned off in this browser. You can still sign in by email.',
}
