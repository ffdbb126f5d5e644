const clock = (halves: number): string =>
  `${String(Math.floor(halves / 2)).padStart(2, '0')}:${halves % 2 === 0 ? '00' : '30'}`

const all = Array.from({ length: 49 }, (_, halves) => clock(halves))

/** When a working day may begin: "00:00" to "23:30". */
export const halfHourStarts: readonly string[] = all.slice(0, -1)

/** When it may end: "00:30" to "24:00". */
export const halfHourEnds: readonly string[] = all.slice(1)
