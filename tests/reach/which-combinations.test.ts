import fc from 'fast-check'
import { expect, test } from 'vitest'
import { turnOf } from '#tests/harness/turn.ts'
import { ofThisTurn, partOf, takeTurns, triesEveryCombination } from './which-combinations.ts'

const places = ['another plan', 'an archived plan', 'a won plan', 'a foreign plan', 'no plan', 'no id']
const people = Array.from({ length: 14 }, (_, at) => at)

/** For each URL how its people divide into those who expect the same answer. */
const someUrls = fc.array(
  fc.array(fc.constantFrom('allowed', 401, 403, 404), { minLength: people.length, maxLength: people.length }),
  { minLength: 3, maxLength: 3 },
)

test('after three URLs every person has asked on every place, and each answer was expected on each', () => {
  fc.assert(
    fc.property(fc.nat({ max: 7 }), someUrls, (before, urls) => {
      const someOf = takeTurns()
      for (let url = 0; url < before; url++) for (const place of places) someOf(place, people, () => 404)
      const asked = new Map(places.map((place) => [place, new Set<number>()]))
      for (const expected of urls)
        for (const [place, those] of asked) {
          const some = someOf(place, people, (person) => expected[person])
          expect(new Set(some.map((person) => expected[person]))).toEqual(new Set(expected))
          for (const person of some) those.add(person)
        }
      for (const those of asked.values()) expect([...those].sort((a, b) => a - b)).toEqual(people)
    }),
  )
})

test('one URL is asked by about a third, on each place by others', () => {
  const someOf = takeTurns()
  const asked = places.map((place) => someOf(place, people, () => 404))
  for (const some of asked) expect(some.length).toBeLessThanOrEqual(triesEveryCombination ? people.length : 5)
  expect(new Set(asked.flat()).size).toBe(people.length)
})

test('successive turns try each item once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 9 }), fc.nat(), (items, parts, first) => {
      const turns = Array.from({ length: parts }, (_, later) => partOf([...items.keys()], parts, first + later))
      expect(turns.flat().sort((a, b) => a - b)).toEqual([...items.keys()])
    }),
  )
})

test('a commit has one turn, and those that ask with different shifts get different items', () => {
  expect(turnOf('0000000bcafe')).toBe(11)
  expect(turnOf('')).toBe(0)
  const asked = [0, 1, 2].map((shift) => ofThisTurn(['a', 'b', 'c'], 3, shift))
  expect(asked.map((some) => some.length)).toEqual(triesEveryCombination ? [3, 3, 3] : [1, 1, 1])
  expect(new Set(asked.flat()).size).toBe(3)
})
