import { expect, test } from 'vitest'
import { longestLoadDelay } from './longest-load-delay.ts'

test.each([
  ['one page alone loads at once', { pages: 1, people: 1 }, 0],
  ['a person with two pages hardly waits', { pages: 2, people: 1 }, 1],
  ['ten people, one page each', { pages: 10, people: 10 }, 180],
  ['a thousand pages of five people', { pages: 1_000, people: 5 }, 1_075],
  ['more people than a process could answer within a minute', { pages: 5_000, people: 5_000 }, 60_000],
])('%s', (_case, audience, milliseconds) => {
  expect(longestLoadDelay(audience)).toBe(milliseconds)
})
