import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createEventStreams } from './event-streams.ts'

test('a session has no more streams than it may, and may open another when one is given back', () => {
  const streams = createEventStreams({ perSession: 2, perProcess: 100 })
  const first = streams.open('a', () => undefined)
  streams.open('a', () => undefined)
  expect(streams.open('a', () => undefined)).toBeUndefined()
  expect(
    streams.open('b', () => undefined),
    'another session',
  ).toBeDefined()
  first?.()
  first?.()
  expect(streams.open('a', () => undefined)).toBeDefined()
  expect(
    streams.open('a', () => undefined),
    'given back once, however often it is said',
  ).toBeUndefined()
})

test('neither limit is passed, and nothing is left behind, in any order of opening and closing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())), (steps) => {
      const streams = createEventStreams({ perSession: 2, perProcess: 4 })
      const held: { session: string; release: () => void }[] = []
      for (const [session, opens] of steps) {
        const release = opens ? streams.open(session, () => undefined) : undefined
        if (release) held.push({ session, release })
        if (!opens) held.shift()?.release()
        expect(streams.count()).toBe(held.length)
        expect(held.length).toBeLessThanOrEqual(4)
        expect(held.filter((it) => it.session === session).length).toBeLessThanOrEqual(2)
      }
      for (const { release } of held) release()
      expect(streams.count()).toBe(0)
    }),
  )
})

test('a stop ends every stream', () => {
  const streams = createEventStreams({ perSession: 2, perProcess: 4 })
  const end = vi.fn()
  streams.open('a', end)
  streams.open('b', end)
  streams.endAll()
  expect(end).toHaveBeenCalledTimes(2)
})
