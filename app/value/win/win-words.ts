import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { possessive, quoted } from '#app/ui/name-words.ts'
import { notConfirmedWords } from '../value-words.ts'
import { labels } from '#app/kit/label-words.ts'

/** What follows a confirmation, and what does not. */
export const afterConfirmingWords = (workspace: string, announcedTo: string): string =>
  `Nothing is published. We will ask you afterwards what ${workspace} may use. Announcing it to ${announcedTo} is up to you. You can correct or withdraw it later, and everyone above will be told.`

/** That the vendor's own channels of Slack or Teams are told, and what not. */
export const channelsToldWords = (workspace: string, channels: readonly string[]): string =>
  channels.length === 1
    ? `${workspace} also posts in its channel ${listWords(channels)} that the first win is confirmed. The statement and the numbers are not posted.`
    : `${workspace} also posts in its channels ${listWords(channels)} that the first win is confirmed. The statement and the numbers are not posted.`

/** The first lines of the email about a correction. */
export const correctedWords = (account: string, statement: string): string =>
  `${account} corrected its first win: ${quoted(statement)}`

/** Who is told about a correction, and what becomes of a consent. @param answer how the reference stands before it */
export function correctionWords(workspace: string, answer: ReferenceAnswer): string {
  const told = `Everyone who was told about the win will get the correction: ${possessive(workspace)} marketing right away, the others in their daily email.`
  if (answer === 'agreed')
    return `${told} The consent to a reference covers the current wording. It is on hold until you agree to the corrected wording, which comes next.`
  if (answer === 'on hold')
    return `${told} Your consent to a reference stays on hold until you agree to the corrected wording, which comes next.`
  return told
}

/** Asks about figures that were not entered again when their unit was corrected. */
export const correctedUnitWords = (before: string, after: string): string =>
  `Baseline, target and result were entered in “${before}”. Please enter all three in “${after}”, or tick the box if they stay the same.`

/** What a withdrawal changes, and who is told. @param answer how the reference stands before it */
export const withdrawalWords = (workspace: string, answer: ReferenceAnswer): string =>
  [
    'The plan is open again and the first win can be confirmed later.',
    answer === 'agreed' || answer === 'on hold'
      ? `It is removed from ${possessive(workspace)} references, and your consent to a reference ends.`
      : `It is removed from ${possessive(workspace)} references.`,
    'Everyone who was told about the win gets an email saying who withdrew it and why.',
  ].join(' ')

/** The offer to save a value that does not confirm the first win yet. */
export const saveMeasurementWords = (measured: number, unit: string): string =>
  `Or save ${withUnit(measured, unit)} as a measurement. It is shown on the plan and no one gets an email. You can confirm the first win later.`

/** @param target with its unit */
export const writeAgainWords = (target: string): string =>
  `This statement was written for ${target}. Please change it above, or tick the box.`

/** @param value the measured one, with its unit */
export const stillTrueWords = (value: string): string => `This statement is still true with ${value}`

/** Beside the field for the measured value: its unit, and what it is compared with. */
export const measuredValueHint = (
  { unit, baseline, target, winBy }: Pick<FirstWinView, 'unit' | 'baseline' | 'target' | 'winBy'>,
  today: string,
): string => `In ${unit}. Baseline ${amount(baseline)}, target ${amount(target)} by ${longDate(winBy, today)}.`

export const winRefusals = {
  alreadyConfirmed: 'The first win is already confirmed.',
  changedBefore: 'The first win was changed in the meantime. Please check it again before you confirm.',
  targetIsBaseline: 'The target is the same as the baseline. Please check both.',
  notDefined: 'The first win is not defined yet. Define it on the plan first.',
  notConfirmed: notConfirmedWords,
  dayAhead: 'This day has not come yet. Please enter today or an earlier day.',
  measuringDayAhead: 'Please enter a day after today.',
  noChampionToAsk: 'No champion has joined this plan yet. Invite one first: only the customer can report the result.',
  /** @param by who asked @param on the day of the last question */
  askedLately: (by: string, on: string, today: string): string =>
    `${by} asked on ${longDate(on, today)}. You can ask again after a week, or when the customer has answered.`,
  /** @param measured and target with their unit */
  missesTarget: (measured: string, target: string): string =>
    `${measured} misses the target of ${target}. Please change the statement, or tick the box to confirm that it is still true.`,
  /** @param measured with its unit @param baseline without */
  worseThanBaseline: (measured: string, baseline: string): string =>
    `${measured} is worse than the baseline (${baseline}). Please confirm that it is correct, or change it.`,
}

export const confirmWinWords = {
  continue: 'Continue',
  confirm: 'Confirm first win',
  notYet: 'Not yet',
  statementHint: 'In your own words. This is what everyone will read.',
  reachedOnHint: 'The day on which the target was reached',
  saveMeasurement: 'Save as a measurement',
}

export const correctWinWords = {
  save: 'Save correction',
  unitHolds: 'The figures are right in the new unit',
  title: 'Correct or withdraw the first win',
}

export const winCheckWords = {
  label: 'What will be sent, and who will be told',
  sent: 'What will be sent',
  stillTrue: 'This statement is still true with the corrected result',
  recipients: 'Who will be told',
  statement: 'Statement',
  byEmail: 'As soon as you confirm, these emails are sent, word for word. Each greets its reader by name.',
  worse: 'This is correct, although it is worse than the baseline',
}

/** The emails that a confirmation sends. */
export const emailsShownWords = {
  titles: { plan: 'To everyone on the plan', marketing: 'To marketing' },
  to: (company: string): string => `To ${company}`,
  subject: 'Subject',
  none: 'No one else is on the plan, so no email is sent to it.',
  noMarketing: (workspace: string): string => `No one at ${workspace} works in marketing yet, so no one there is told.`,
}

export const withdrawWinWords = {
  title: 'Withdraw the confirmation',
  reason: labels.reason,
  /** What follows where no day is chosen. */
  measureOnHint: 'The plan asks you again on that day. Left empty: two weeks from now.',
  withdraw: 'Withdraw the first win',
}

/** Asks about a statement that was written for the target. @param measured the result, which misses it */
export const writtenForOtherWords = ({ target, unit }: { target: number; unit: string }, measured: number): string =>
  `This statement was written for ${withUnit(target, unit)}, but the result is ${withUnit(measured, unit)}. Please change it, or tick the box to confirm that it is still true.`

export const tooManyMeasurementsWords = (most: number): string => `A plan can have at most ${most} measurements.`
