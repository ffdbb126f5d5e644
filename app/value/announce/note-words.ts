import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'

export const notePageWords = {
  title: mainPageNames.note,
  intro:
    'One page for your management: why, by when, what you gain and what you need. Only you see it until you share it.',
  drafted: 'Drafted from the plan. Change it to your own words, then save it.',
  save: 'Save note',
  paper: 'What they will read',
  championOnly: 'Only the champion can write the note to management.',
}

export const noteSharingWords = {
  title: 'Forward it with a link',
  saveFirst: 'Save the note first. Then you can forward it with a link.',
  off: 'The link is off. Only you can read the note.',
  on: 'The link is on. Anyone who has it can read the note without signing in, until you switch it off.',
  about: 'the note’s link',
  switchOffSays:
    'The link stops working right away, for everyone who has it. If you switch it on again, the link will be a new one.',
}

export const noteRefusals = { saveFirst: 'Please save the note before you share it.' }

export const sharedNoteWords = {
  /** The title of the page that is read. */
  title: (customer: string): string => `${customer}: note to management`,
  /** @param name of who wrote it */
  writtenBy: (name: string): string => `Written by ${name}`,
}

type DraftedWin = { statement: string; measure: string; unit: string; baseline: number; target: number }

/** Why, from the reason of the date and what happens if it is missed, as far as they are known. */
export const draftedWhy = (reasons: readonly (string | null)[]): string => reasons.filter(Boolean).join('\n')

export const draftedByWhen = (criticalDate: string, winBy: string): string =>
  `We need it live by ${longDate(criticalDate)}.\nThe first result is due by ${longDate(winBy)}.`

export const draftedBrings = ({ statement, measure, unit, baseline, target }: DraftedWin): string =>
  `${statement}\n${measure}: from ${withUnit(baseline, unit)} to ${withUnit(target, unit)}.`

/** "Contract at Legal: Jonas Weber, by 10 June 2026". @param owner null where no one is named yet */
export const askedTaskWords = (title: string, owner: string | null, dueOn: string): string =>
  owner === null ? `${title}: by ${longDate(dueOn)}` : `${title}: ${owner}, by ${longDate(dueOn)}`

export const moreAskedWords = (count: number): string => (count === 1 ? '1 more task' : `${count} more tasks`)
