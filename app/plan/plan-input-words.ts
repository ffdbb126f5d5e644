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
