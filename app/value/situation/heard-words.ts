import { longDate } from '#app/ui/date-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const heardFromTitle = (person: string): string => `What we heard from ${person}`

export const heardConfirmedWords = (who: string, day: string): string => `${who}, confirmed on ${day}`

/** Who sees a situation that its person has not confirmed yet. */
export const notedWords = (vendor: string): string =>
  `${vendor} noted this. No one else at your company sees it until you confirm it.`

export const heardLeads = {
  challenge: 'Your challenge',
  need: 'What you need',
  impact: 'The impact',
  figures: labels.figures,
}

/** The same for members, who read it among themselves. */
export const heardLeadsForMembers = { ...heardLeads, challenge: 'Challenge', need: 'Needs', impact: 'Impact' }

export const heardWords = {
  title: mainPageNames.situations,
  none: 'Nothing has been shared with you yet.',
  confirmLabel: 'Confirm: that is right',
  confirm: 'Confirm',
  change: 'Change it',
}

/** @param date by which it is needed */
export const neededByWords = (date: string, today?: string): string => `Needed by ${longDate(date, today)}.`

/** For a person whose situation the vendor took back to change it: its new text is not shared yet. */
export const takenBackWords = (vendor: string): string =>
  `${vendor} is updating this right now. You will see it again once it is ready.`
