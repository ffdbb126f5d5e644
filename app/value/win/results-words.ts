import { withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { eitherWords } from '#emails/parts/list-words.ts'
import { capital, possessive, quoted } from '#app/ui/name-words.ts'
import type { AnswerView } from './answer-view.ts'

export const resultsPageWords = {
  title: mainPageNames.results,
  intro: 'What was measured on the way to the first win, and what both sides said about it.',
  /** @param account who defines it with the vendor */
  notDefined: 'The first win is not defined yet. Once it is, its values are recorded here.',
}

export const measurementListWords = {
  caption: 'Measurements',
  none: 'Nothing has been measured yet.',
  on: 'Date',
  value: 'Value',
  by: 'Measured by',
  remove: buttonWords.remove,
  /** What a measurement is called beside its button. */
  about: (measured: number, unit: string, on: string): string =>
    `the value of ${longDate(on)}, ${withUnit(measured, unit)}`,
}

/** What is measured, and in which unit. */
export const measureInUnitWords = (measure: string, unit: string): string => `${capital(measure)}, in ${unit}`

export const measureFormWords = {
  title: 'Add a measurement',
  says: 'It is shown on the plan, and no one gets an email.',
  noteHint: 'For example: without the two new plants',
  save: 'Save measurement',
}

export const notYetWords = {
  title: 'Has it happened?',
  yes: mainPageNames.recordWin,
  yesSays: 'If it has, record the result. You will see what is sent, and to which people, before you confirm.',
  no: 'If not yet',
  /** @param lead who leads the plan for the vendor */
  says: (lead: string): string =>
    `${lead} reads it in the next daily email. The plan will ask you again on the day that you choose.`,
  reasonHint: 'For example: two plants start a month later',
  send: 'Say not yet',
}

export const askForResultWords = {
  title: 'Ask for the result',
  /** @param champion who is asked @param account whose people can confirm @param confirmers their names */
  says: (champion: string, account: string, confirmers: readonly string[]): string =>
    `Only ${account} can confirm the first win: ${eitherWords(confirmers)}. ${champion} reads it in the next daily email.`,
  noteHint: 'For example: you closed October last week. How long did it take?',
  send: 'Send the question',
  /** @param day from which it may be asked again */
  rests: (day: string, today: string): string =>
    `You can ask again from ${longDate(day, today)}, or when the customer has answered.`,
  noChampion: (account: string): string =>
    `${possessive(account)} champion confirms the first win. No one has been invited as champion yet.`,
}

export const answersTitle = 'What was said about it'

/** What one side said about the first win, with its day. */
export function winAnswerWords({ kind, text, measureOn, by, on }: AnswerView, today: string): string {
  const day = longDate(on, today)
  if (kind === 'not yet')
    return measureOn === null
      ? `${by} on ${day}: not yet. ${quoted(text ?? '')}`
      : `${by} on ${day}: not yet. ${quoted(text ?? '')} Next measurement: ${longDate(measureOn, today)}.`
  return text === null
    ? `${by} asked on ${day} whether it has happened.`
    : `${by} asked on ${day} whether it has happened: ${quoted(text)}`
}

/** The day on which the customer looks at the result. */
export const nextMeasurementWords = (day: string, today: string): string => `Next measurement: ${longDate(day, today)}.`
