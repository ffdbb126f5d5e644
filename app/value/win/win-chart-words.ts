import { amount, withUnit } from '#emails/parts/amounts.ts'
import { longDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { capital } from '#app/ui/name-words.ts'

type Charted = { measure: string; unit: string; baseline: number; target: number; winBy: string }

/** Values that a chart reads out; a table beside it has the others. */
const readOut = 6

/** What a chart shows, for people who do not see it: the start, the latest values with their days, and the target. */
export function winChartWords(
  win: Charted,
  points: readonly { measured: number; on: string }[],
  today: string,
): string {
  const values = points
    .slice(-readOut)
    .map(({ measured, on }) => `${withUnit(measured, win.unit)} on ${longDate(on, today)}`)
  const before = `${capital(win.measure)}: baseline ${withUnit(win.baseline, win.unit)}`
  return `${factsWords([before, ...values])}. Target: ${withUnit(win.target, win.unit)} by ${longDate(win.winBy, today)}.`
}

export const winChartLabels = {
  baseline: (value: number): string => `Baseline ${amount(value)}`,
  target: (value: number): string => `Target ${amount(value)}`,
}

/** The latest measurement. @param value with its unit @param day in words */
export const measurementWords = (value: string, day: string, by: string): string => `${value} on ${day}, by ${by}`
