import fc from 'fast-check'
import { expect, it } from 'vitest'
import { keepEqual } from './keep-equal.ts'

/** A key that would set what an object is made of is in no data of ours, and a clone loses it. */
const data = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__'))

it('says the same as before it, whatever the data', () => {
  fc.assert(
    fc.property(data, data, (before, after) => {
      expect(keepEqual(before, after)).toEqual(after)
      expect(keepEqual(after, structuredClone(after))).toBe(after)
    }),
  )
})

it('keeps the very objects of what did not change', () => {
  const before = { stages: [{ tasks: [{ id: 'a' }, { id: 'b' }] }, { tasks: [{ id: 'c' }] }], viewer: { id: 'p' } }
  const after = structuredClone(before)
  after.stages[0] = { tasks: [{ id: 'a' }, { id: 'x' }] }
  const kept = keepEqual(before, after)
  expect(kept.viewer).toBe(before.viewer)
  expect(kept.stages[1]).toBe(before.stages[1])
  expect(kept.stages[0]?.tasks[0]).toBe(before.stages[0]?.tasks[0])
  expect(kept.stages[0]?.tasks[1]).toEqual({ id: 'x' })
})
