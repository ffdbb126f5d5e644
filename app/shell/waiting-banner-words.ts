import type { WhyWaiting } from './waiting-loads.ts'

export const waitingBannerWords = {
  tooLarge: 'This is too large to send at once. Please shorten the text or choose a smaller file.',
  offline: 'You are offline. You can keep reading. Your changes stay in the form until you are back online.',
  back: 'You are back online.',
  openNew: 'Open the new version',
  tryNow: 'Try now',
  stay: 'Stay here',
}

const notRefreshedText = 'This page could not be refreshed.'

const staleWords: Record<WhyWaiting, string> = {
  'no answer': notRefreshedText,
  'signed out': 'You are signed out, so this page could not be refreshed.',
  'not allowed': 'You no longer have access to this page, so it could not be refreshed.',
  gone: 'This page was removed or is no longer shared with you, so it could not be refreshed.',
  outdated:
    'A new version of Firstwin is available, so this page could not be refreshed. Unsaved changes are lost when you open it.',
}

/** That a page may be out of date, and since when. @param time of the day at which it was loaded */
export const staleSinceWords = (why: WhyWaiting, time: string): string => `${staleWords[why]} Last updated at ${time}.`

/** Why the next page does not open yet. */
export const nextPageWords = (why: WhyWaiting): string =>
  why === 'outdated'
    ? 'A new version of Firstwin is available and loads with the next page. Unsaved changes on this page will be lost.'
    : 'No response yet. The page opens as soon as you are back online.'
