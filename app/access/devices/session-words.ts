import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** When a session was last used and since when it is signed in. @param seen null for the session of this request */
export const sessionWords = ({ seen, since }: { seen: string | null; since: string }): string =>
  seen === null ? `In use now, signed in ${since}` : `Last used ${seen}, signed in ${since}`

/** What signing out everywhere ends, and how to sign in again. */
export const signOutEverywhereWords = (workspace: string, hasPasskeys: boolean): string =>
  hasPasskeys
    ? `This ends all your sessions at ${workspace}, including this device. To sign in again, use a link sent by email or a passkey.`
    : `This ends all your sessions at ${workspace}, including this device. To sign in again, use a link sent by email.`

/** Said after one session was ended. */
export const signedOutWords = (device: string): string => `You signed out ${device}.`

/** What the list of one’s own sessions is for. */
export const ownSessionsWords = (email: string): string =>
  `Where ${email} is signed in. Sign out any device you no longer use or do not recognise.`

/** Names the button that ends one of one’s own sessions. */
export const endOwnSessionWords = (device: string, seen: string): string => `Sign out: ${device}, last used ${seen}`

export const memberSessionsTitle = (name: string): string => `Where ${name} is signed in`

/** What a session of a member is called. */
export const sessionName = (device: string, seen: string): string => `${device}, last used ${seen}`

/** What ending one session of a member does. */
export const endSessionWords = (name: string): string =>
  `${name} will be signed out there right away and notified by email. Unsaved text there may be lost.`

/** Names the button that ends one session of a member. */
export const endSessionNowWords = (device: string, seen: string): string =>
  `End session now: ${device}, last used ${seen}`

/** What ending all sessions of a member does. */
export const endAllSessionsWords = (name: string): string =>
  `${name} will be signed out everywhere right away and notified by email. ${name} can sign in again.`

/** Leads to what is kept about the reader. @param link makes a link of its text */
export const yourDataWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`${link(pageNames.yourData)}: what we keep about you and how to have it erased.`

/** Leads to what the reader gets by email. @param link makes a link of its text */
export const yourEmailsWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`${link(pageNames.emailChoices)}: how often, when and about what.`

/** Leads to the reader's calendar. @param link makes a link of its text */
export const ownCalendarLinkWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`${link(pageNames.ownCalendar)}: your tasks and plan dates in your own calendar.`

export const devicesWords = {
  title: pageNames.devices,
  signedIn: 'Where you are signed in',
  signedOutEverywhere: 'You signed out everywhere.',
  alreadySignedOut: 'This device is no longer signed in.',
  thisDevice: 'this device',
  signingOut: buttonWords.signingOut,
  signOut: buttonWords.signOut,
  signOutEverywhere: 'Sign out everywhere',
  passkeys: 'Passkeys',
  passkeysIntro: 'Sign in with your fingerprint, your face or your screen lock, without waiting for an email.',
  toPasskeys: pageNames.passkeys,
}

export const memberSessionsWords = {
  none: 'Not signed in anywhere.',
  end: 'End session',
  ending: 'Ending…',
  endNow: 'End session now',
  endAll: 'End all sessions',
  endAllNow: 'End all sessions now',
}

export const everyDevice = 'every device'

/** The email to a member whose sessions an admin ended. @param device a browser, or every device */
export const signedOutMail = ({ by, workspace, device }: { by: string; workspace: string; device: string }) => ({
  title: `${by} signed you out`,
  happened: `${by}, an admin of ${workspace}, signed you out on ${device}. You can sign in again with your email address.`,
})
