export const signInLinkWords = {
  asAnother: 'Sign in as someone else',
  elsewhere: 'Sign in again (opens a new tab)',
}
