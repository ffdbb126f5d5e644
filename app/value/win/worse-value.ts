import { type WinMeasure, reachedBy } from '#app/plan/terms/win-measure.ts'
import type { Fault } from '#app/runner/refusal.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'

type Value = { measured: number; confirmWorse: boolean }

/** The fault that asks again about a value worse than the baseline, where no one has said yes to it. */
export function worseFaults(
  { unit, ...win }: WinMeasure & { unit: string },
  { measured, confirmWorse }: Value,
): Fault[] {
  if (confirmWorse || reachedBy(win, measured) !== 'worse') return []
  const message = `${withUnit(measured, unit)} is worse than the baseline (${amount(win.baseline)}). Please confirm that it is correct, or change it.`
  return [{ field: 'confirmWorse', message }]
}
