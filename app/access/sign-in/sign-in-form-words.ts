import { labels } from '#app/kit/label-words.ts'

export const signInFormWords = {
  email: labels.email,
  send: 'Send sign-in link',
  passkeysNeedScript: 'Passkeys need JavaScript, which is turned off in this browser. You can still sign in by email.',
}
