/** Why the unit of a first win can’t change: its measured values would mean something else. */
export const unitStaysWords = (unit: string): string =>
  `Values were already measured in “${unit}”. Remove them under Results first, or keep the unit.`
