import { expect, test } from 'vitest'
import type { ConsentRecord } from './own-record.ts'
import { consentWords, countsWords } from './own-record-words.ts'

const consent: ConsentRecord = {
  planId: 'p',
  plan: 'Halden Foods: Faster month-end close',
  mayChange: true,
  answer: 'agreed',
  kinds: ['quote', 'call'],
  quote: 'One day.',
  callsPerQuarter: 2,
  never: [],
  until: '2027-12-31',
  answeredOn: '2026-06-17',
  ...{ uses: [], texts: [], calls: [], history: [] },
}

test('a consent says what was agreed with its limits, and in every other state that nothing may be used', () => {
  expect(consentWords(consent)).toBe(
    'You agreed to: Quote and Call (max. 2 calls or talks per quarter, until 31 December 2027).',
  )
  expect(consentWords({ ...consent, callsPerQuarter: null, until: null })).toBe('You agreed to: Quote and Call.')
  for (const answer of ['not asked', 'later', 'no', 'on hold', 'expired'] as const)
    expect(consentWords({ ...consent, answer })).toMatch(/Nothing may be used/)
})

test('what someone wrote and works on is counted, and nothing is said of what there is none of', () => {
  expect(countsWords({ tasks: 3, comments: 0, questions: 1, measurements: 0 })).toBe(
    'Yours on your plans: 3 tasks and 1 question.',
  )
  expect(countsWords({ tasks: 0, comments: 0, questions: 0, measurements: 0 })).toBeNull()
})
