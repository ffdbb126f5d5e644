import { buttonWords } from '#app/ui/button-words.ts'

export const switchPageWords = {
  title: 'Your workspaces',
  signedOutThere: 'You are no longer signed in there.',
  intro: 'This browser is signed in to these workspaces. Links to plans open in the right one automatically.',
  inUse: 'in use',
  switching: 'Switching…',
  switchTo: 'Switch',
  signingOut: buttonWords.signingOut,
  signOut: buttonWords.signOut,
  signInAgain: 'Sign in with another address',
  signOutOfAll: 'Sign out of all workspaces',
}

export const switchToWords = (workspace: string): string => `Switch to ${workspace}`

export const signOutOfWords = (workspace: string): string => `Sign out of ${workspace}`
