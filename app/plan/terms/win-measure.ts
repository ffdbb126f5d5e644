/** What a first win is measured by: where it began and what was agreed. */
export type WinMeasure = { baseline: number; target: number }

/** How a measured value compares: `worse` lies on the wrong side of the baseline, `missed` between it and the target. */
export type TargetComparison = 'met' | 'missed' | 'worse'

/** Compares a measured value with target and baseline; which way is better follows from where the target lies. */
export function compareWithTarget({ baseline, target }: WinMeasure, measured: number): TargetComparison {
  const better = Math.sign(target - baseline)
  if ((measured - target) * better >= 0) return 'met'
  return (measured - baseline) * better < 0 ? 'worse' : 'missed'
}
