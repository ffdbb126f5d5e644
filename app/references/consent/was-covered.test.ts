import { expect, test } from 'vitest'
import { type DatedConsent, wasCovered } from './was-covered.ts'

const history: DatedConsent[] = [
  { answer: 'given', kinds: ['call'], on: '2026-01-10', until: '2026-03-31' },
  { answer: 'changed', kinds: ['call', 'quote'], on: '2026-06-01', until: null },
  { answer: 'withdrawn', kinds: ['call', 'quote'], on: '2026-08-15', until: null },
  { answer: 'given', kinds: ['call'], on: '2026-10-01', until: '2026-12-31' },
]

test.each<[string, string, string, boolean]>([
  ['before the first', 'call', '2026-01-09', false],
  ['on its first day', 'call', '2026-01-10', true],
  ['on its last day', 'call', '2026-03-31', true],
  ['after it expired', 'call', '2026-04-12', false],
  ['once it was renewed', 'call', '2026-06-01', true],
  ['of a kind that came later', 'quote', '2026-02-01', false],
  ['of that kind since', 'quote', '2026-07-01', true],
  ['on the day of the withdrawal', 'quote', '2026-08-15', true],
  ['while it was withdrawn', 'call', '2026-09-01', false],
  ['once it was given again', 'call', '2026-11-01', true],
  ['of a kind that was not given again', 'quote', '2026-11-01', false],
  ['after the last', 'call', '2027-01-01', false],
])('a use %s: %s on %s is covered: %s', (_when, kind, day, covered) => {
  expect(wasCovered(history, kind, day)).toBe(covered)
})
