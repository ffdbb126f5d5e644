/** @param unit as it stands after the number */
export const scaleBaselineWords = (unit: string): string => `${unit}, baseline`

/** @param unit as it stands after the number */
export const scaleTargetWords = (unit: string): string => `${unit}, target`
