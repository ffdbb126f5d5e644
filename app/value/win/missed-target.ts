import { type WinMeasure, reachedBy } from '#app/plan/terms/win-measure.ts'
import type { Fault } from '#app/runner/refusal.ts'
import { withUnit } from '#emails/parts/amounts.ts'

/** The fault that asks whether a statement is still true, where a corrected value misses the target. */
export function missedFaults({ unit, ...win }: WinMeasure & { unit: string }, measured: number): Fault[] {
  if (reachedBy(win, measured) === 'met') return []
  const message = `${withUnit(measured, unit)} misses the target of ${withUnit(win.target, unit)}. Please change the statement, or tick the box to confirm that it is still true.`
  return [{ field: 'wordsHold', message }]
}
