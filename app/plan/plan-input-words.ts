import { textSizes, bounds } from '#app/kit/limits.ts'

/** What is missing or too much in a plan’s forms. */
export const planInputRefusals = {
  enterTitle: 'Please enter a title.',
  mostPasted: (most: number): string => `Please paste at most ${most} tasks at once.`,
  inLine: (line: number, message: string): string => `Line ${line}: ${message}`,
  sayMissing: 'Please say what is still missing.',
  sayWhyDate: 'Please say why this date matters.',
  sayAnnouncement: 'Please say what will be announced.',
  sayChange: 'Please say what needs to change.',
  writeAnswer: 'Please write an answer.',
  enterReason: 'Please enter a reason.',
  mostDays: (most: number): string => `Please enter at most ${most} days.`,
  chooseReason: 'Please choose a reason.',
}
export const editRefusals = {
  noDays: 'Please enter at least 1 working day.',
  longReason: `Please use at most ${textSizes.dayOff} characters.`,
  tooMany: `Please make at most ${bounds.edits} changes at once.`,
  won: 'The first win is confirmed, so this date stays as it was agreed.',
}
