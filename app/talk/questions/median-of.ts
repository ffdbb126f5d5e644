/** The middle of some lengths of time; null for none. Of an even number, the longer of the two in the middle. */
export const medianOf = (times: readonly number[]): number | null =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? null
