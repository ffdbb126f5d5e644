import { possessive } from '#app/ui/name-words.ts'
import { goalNames } from './goal-name-words.ts'

/** What each field of a plan's dates and first win is called: in its form, in conflicts and where it was agreed. */
export const termLabels = {
  project: 'Project',
  criticalDate: 'Critical date',
  criticalReason: 'Why this date',
  ifMissed: 'If it is missed',
  statement: goalNames.win,
  measure: 'Measure',
  unit: 'Unit',
  baseline: 'Baseline',
  target: 'Target',
  winBy: 'Win by',
  announcedTo: 'Announced to',
}

/** What the critical date is called apart from its field: where it was agreed or changed, and where it is tried. */
export const targetDateLabel = 'Target date'

export const datesFieldsWords = {
  criticalDateHint: 'The date by which the solution must be live. The plan calls it the target date.',
  criticalReasonHint: 'For example: the half-year audit starts on the 16th',
  ifMissedHint: 'What happens, and who is affected',
}

/** What each part of a company’s calendar is called among the terms. */
export const calendarTermLabels = (company: string) => ({
  workweek: `${possessive(company)} working week`,
  region: `${possessive(company)} public holidays`,
  closed: `${possessive(company)} days off`,
  days: `${possessive(company)} extra working days`,
})
