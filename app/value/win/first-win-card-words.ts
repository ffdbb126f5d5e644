import { withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { firstWinTitle, goalNames } from '#app/plan/core/goal-name-words.ts'

export const firstWinCardWords = {
  region: goalNames.win,
  title: firstWinTitle,
  measured: 'Measured',
  by: 'By',
  announcedTo: 'Will be announced to',
  confirmedBy: 'To be confirmed by',
  record: mainPageNames.recordWin,
}

/** Opens the rest of a win that is folded. @param by its day, in words */
export const byWords = (by: string): string => `By ${by}`

/** A measurement on the way to the first win. */
export const measurementWords = (
  { measured, on, by }: { measured: number; on: string; by: string },
  unit: string,
  today: string,
): string => `${withUnit(measured, unit)} on ${longDate(on, today)}, by ${by}`
