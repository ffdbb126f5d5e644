import { type WinMeasure, compareWithTarget } from '#app/plan/terms/win-measure.ts'
import type { Fault } from '#app/runner/refusal.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { winRefusals } from './win-words.ts'

type Measure = WinMeasure & { unit: string }

/** The fault that asks whether a statement is still true, where a corrected value misses the target. */
export function missedFaults({ unit, ...win }: Measure, measured: number): Fault[] {
  if (compareWithTarget(win, measured) === 'met') return []
  const message = winRefusals.missesTarget(withUnit(measured, unit), withUnit(win.target, unit))
  return [{ field: 'wordsHold', message }]
}

/** The fault that asks again about a value worse than the baseline, where no one has said yes to it. */
export function worseFaults(
  { unit, ...win }: Measure,
  { measured, confirmWorse }: { measured: number; confirmWorse: boolean },
): Fault[] {
  if (confirmWorse || compareWithTarget(win, measured) !== 'worse') return []
  const message = winRefusals.worseThanBaseline(withUnit(measured, unit), amount(win.baseline))
  return [{ field: 'confirmWorse', message }]
}
