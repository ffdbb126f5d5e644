import { withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export const furtherWinWords = {
  title: 'Other wins',
  none: 'Small successes besides the first win: each has its own measure, and the customer confirms it. Marketing is alerted by the first win alone.',
  add: 'Add a win',
  save: 'Save win',
  measure: 'Add a value',
  confirm: 'Confirm it',
  confirmNow: 'Confirm win',
  reopen: 'Take back the confirmation',
  remove: buttonWords.remove,
  statement: 'What will be said',
  /** @param lead who leads the plan for the vendor */
  confirmSays: (lead: string): string =>
    `${lead} reads it in the next daily email: your name, the statement and the value. No one else gets an email.`,
  removeSays: 'It is removed with all that was measured of it. No one gets an email.',
}

/** What was confirmed, by which person and on which day. */
export const furtherWinConfirmedWords = (
  { by, on, measured, unit }: { by: string; on: string; measured: number; unit: string },
  today: string,
): string => `Confirmed by ${by} on ${longDate(on, today)}: ${withUnit(measured, unit)}.`

export const furtherWinRefusals = {
  confirmed: 'This win is already confirmed.',
  notConfirmed: 'This win is not confirmed.',
  measured: 'The customer has recorded values for this win, so only they can remove it.',
  tooMany: (most: number): string => `A plan can have at most ${most} wins besides the first one.`,
}
