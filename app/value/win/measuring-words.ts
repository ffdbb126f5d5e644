import { longDate } from '#app/ui/date-words.ts'

export const measuringWords = {
  title: 'How it is measured',
  says: 'So that everyone measures the same way. It can be changed at any time, and no one has to agree again.',
  howHint: 'For example: average of the last three months, from the ledger’s log',
  byHint: 'For example: Jonas Berg, Finance',
  save: 'Save',
}

export const lookWords = {
  open: 'No one from services has looked at this first win yet. They deliver it: ask them before the customer agrees.',
  look: 'I have looked at it',
  /** @param by someone of services */
  seen: (by: string, on: string, today: string): string =>
    `${by} from services looked at it on ${longDate(on, today)}.`,
}
