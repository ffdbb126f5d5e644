import type { FuzzOutcome } from './fuzz.ts'

/**
 * MB by which the heap may grow after every form was sent once. Requests must not leak; only bounded caches still grow then (compiled
 * queries, inline caches of the engine), some MB in all.
 */
const heapMayGrow = 24
/** The same for all memory: more, since the allocator keeps the memory of large bodies. */
const rssMayGrow = 160

/** Everything that broke, memory included. */
export function verdictOf({ faults, memory: { warm, end } }: FuzzOutcome): string[] {
  return [
    ...faults,
    ...(end[0] - warm[0] > heapMayGrow ? [`The heap grew from ${warm[0]} to ${end[0]} MB.`] : []),
    ...(end[1] - warm[1] > rssMayGrow ? [`Resident memory grew from ${warm[1]} to ${end[1]} MB.`] : []),
  ]
}
