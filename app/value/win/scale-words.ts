/** @param unit as it stands after the number */
export const baselineWords = (unit: string): string => `${unit}, baseline`

/** @param unit as it stands after the number */
export const targetWords = (unit: string): string => `${unit}, target`
