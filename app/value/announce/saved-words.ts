import type { WinMeasure } from '#app/plan/terms/win-measure.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'

/** As many digits as the database keeps: what floating point adds is dropped. */
const exact = (n: number) => Math.round(n * 1e6) / 1e6

/**
 * "29 days less (97%)", "12 customers more (40%)": how far the measured value is from the baseline, in the direction that was agreed to be
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
  const share = shareOf(gained, baseline)
  const much = withUnit(gained, unit)
  if (share === null) return isLessBetter ? `${much} less` : `${much} more`
  return isLessBetter ? `${much} less (${amount(share)}%)` : `${much} more (${amount(share)}%)`
}

function pointsWords(points: number, isLess: boolean): string {
  if (points === 1) return isLess ? '1 percentage point less' : '1 percentage point more'
  return isLess ? `${amount(points)} percentage points less` : `${amount(points)} percentage points more`
}

/** In whole percent of the baseline; null where it has none, or rounds to nothing. "100%" only where all of it is gone. */
function shareOf(gained: number, baseline: number): number | null {
  if (baseline === 0) return null
  const share = (gained / Math.abs(baseline)) * 100
  const whole = share < 100 && share > 99 ? 99 : Math.round(share)
  return whole === 0 ? null : whole
}
