import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCycle } from './find-cycle.ts'

test('names the places of a circle', () => {
  expect(findCycle([[1], [2], [0], [0]])?.sort()).toEqual([0, 1, 2])
  expect(findCycle([[1], [2], []])).toBeNull()
  expect(findCycle([])).toBeNull()
})

test('finds a circle where there is one, and only there', () => {
  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((size) => fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }))
  fc.assert(
    fc.property(graph, (after) => {
      const found = findCycle(after)
      // What waits for nothing is taken away until nothing more can be: what is left holds every circle.
      let left = new Set(after.keys())
      for (let size = -1; size !== left.size;) {
        size = left.size
        left = new Set([...left].filter((at) => after[at]?.some((to) => left.has(to))))
      }
      expect(found === null).toBe(left.size === 0)
      // Each is waited for by the one after it.
      for (const [place, at] of (found ?? []).entries())
        expect(after[found?.[(place + 1) % (found?.length ?? 1)] ?? -1]).toContain(at)
    }),
  )
})
