import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minute } from '#app/kit/durations.ts'
import { countedFor, pauseAfter } from './link-pause.ts'

const lifetime = 15 * minute

test('three links go at once, the fourth after a minute, further ones later and later', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 7, 60].map((unused) => pauseAfter(unused, lifetime) / minute)).toEqual([
    0, 0, 0, 1, 2, 4, 8, 10, 10,
  ])
})

test('the newest link always has a third of its life left, and no one gets more than twelve an hour', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 24 * 60 }), (minutes) => {
      const life = minutes * minute
      let [sent, at] = [0, 0]
      while (at < countedFor) {
        sent++
        expect(pauseAfter(sent, life)).toBeLessThanOrEqual((life * 2) / 3)
        at += pauseAfter(sent, life)
      }
      if (minutes >= 15) expect(sent).toBeLessThanOrEqual(12)
    }),
  )
})
