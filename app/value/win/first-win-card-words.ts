import { withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'

export const firstWinCardWords = {
  region: 'First win',
  title: 'The first win',
  measured: 'Measured',
  by: 'By',
  announcedTo: 'Will be announced to',
  confirmedBy: 'To be confirmed by',
  record: 'Record the result',
}

/** Opens the rest of a win that is folded. @param by its day, in words */
export const byWords = (by: string): string => `By ${by}`

/** A measurement on the way to the first win. */
export const measurementWords = (
  { measured, on, by }: { measured: number; on: string; by: string },
  unit: string,
  today: string,
): string => `${withUnit(measured, unit)} on ${longDate(on, today)}, by ${by}`
