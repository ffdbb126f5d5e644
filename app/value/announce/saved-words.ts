import type { WinMeasure } from '#app/plan/terms/win-measure.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'

/** As many digits as the database keeps: what floating point adds is dropped. */
const exact = (n: number) => Math.round(n * 1e6) / 1e6

/**
 * "Down by 29 days (97%)", "Up by 12 customers (40%)": how far the measured value is from the baseline, in the direction that was agreed to be
 * better. Percentages differ in points.
 * @returns null where it did not get better, so that a card claims nothing that is not so
 */
export function savedWords({
  baseline,
  target,
  unit,
  measured,
}: WinMeasure & { unit: string; measured: number }): string | null {
  const isLessBetter = target < baseline
  const gained = exact(isLessBetter ? baseline - measured : measured - baseline)
  if (gained <= 0) return null
  if (unit.startsWith('%')) return pointsWords(gained, isLessBetter)
  const much = withUnit(gained, isolateDirection(unit))
  const share = shareOf(gained, baseline)
  const told = share === null ? much : `${much} (${amount(share)}%)`
  return isLessBetter ? `Down by ${told}` : `Up by ${told}`
}

function pointsWords(points: number, isLess: boolean): string {
  const much = points === 1 ? '1 percentage point' : `${amount(points)} percentage points`
  return isLess ? `Down by ${much}` : `Up by ${much}`
}

/** In whole percent of the baseline; null where it has none, is negative, or rounds to nothing. "100%" only where all of it is gone. */
function shareOf(gained: number, baseline: number): number | null {
  if (baseline <= 0) return null
  const share = (gained / baseline) * 100
  const whole = share < 100 && share > 99 ? 99 : Math.round(share)
  return whole === 0 ? null : whole
}
