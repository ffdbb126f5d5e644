import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { type ReferenceProgressFacts, boardState, mayAsk, nextAct, stateSince } from './board-state.ts'

const day = (date: string) => date as IsoDate
const today = day('2026-08-01')
const won: ReferenceProgressFacts = {
  answer: 'not asked',
  askedOn: null,
  answeredOn: null,
  confirmedOn: day('2026-06-12'),
  correctedOn: null,
  until: null,
  kinds: [],
  hasLogo: false,
  logoAskedOn: null,
  caseStudy: null,
  usedOn: null,
}
const agreed: ReferenceProgressFacts = {
  ...won,
  answer: 'agreed',
  answeredOn: day('2026-07-01'),
  kinds: ['quote', 'call'],
}
const withCase: ReferenceProgressFacts = { ...agreed, kinds: ['case-study'] }

describe('the state of a win on the board', () => {
  test.each<[string, ReferenceProgressFacts, string, string]>([
    ['confirmed', won, 'ready', '2026-06-12'],
    ['asked by marketing', { ...won, askedOn: day('2026-06-20') }, 'asked', '2026-06-20'],
    ['decides later', { ...won, answer: 'later', answeredOn: day('2026-06-21') }, 'later', '2026-06-21'],
    ['said no', { ...won, answer: 'no', answeredOn: day('2026-06-22') }, 'declined', '2026-06-22'],
    ['agreed to what needs nothing made', agreed, 'captured', '2026-07-01'],
    ['agreed to a case that is not approved', withCase, 'agreed', '2026-07-01'],
    ['agreed to a logo that was not given', { ...agreed, kinds: ['logo'] }, 'agreed', '2026-07-01'],
    ['all given', { ...agreed, kinds: ['logo'], hasLogo: true }, 'captured', '2026-07-01'],
    [
      'an older version of the case stays approved',
      { ...withCase, caseStudy: { state: 'sent', hasApproved: true } },
      'captured',
      '2026-07-01',
    ],
    ['used', { ...agreed, usedOn: day('2026-07-20') }, 'in use', '2026-07-20'],
    ['corrected since', { ...agreed, answer: 'on hold', correctedOn: day('2026-07-10') }, 'on hold', '2026-07-10'],
    [
      'over',
      { ...agreed, answer: 'expired', until: day('2026-07-25'), usedOn: day('2026-07-20') },
      'expired',
      '2026-07-26',
    ],
  ])('%s', (_what, progress, state, since) => {
    expect([boardState(progress), stateSince(progress)]).toEqual([state, since])
  })
})

test('the champion is asked once, never after a no, and after a later only when it has rested', () => {
  expect(mayAsk(won, today)).toBe(true)
  expect(mayAsk({ ...won, askedOn: day('2026-06-20') }, today)).toBe(false)
  expect(mayAsk({ ...won, answer: 'no', answeredOn: day('2026-06-20') }, today)).toBe(false)
  expect(mayAsk({ ...won, answer: 'later', answeredOn: day('2026-07-03') }, today)).toBe(false)
  expect(mayAsk({ ...won, answer: 'later', answeredOn: day('2026-07-02') }, today)).toBe(true)
  expect(mayAsk(agreed, today)).toBe(false)
  expect(mayAsk({ ...agreed, answer: 'expired' }, today)).toBe(true)
})

test.each<[string, ReferenceProgressFacts, string]>([
  ['ready', won, 'ask'],
  ['asked', { ...won, askedOn: day('2026-06-20') }, 'wait'],
  ['declined', { ...won, answer: 'no' }, 'none'],
  ['no case yet', withCase, 'write'],
  ['a draft', { ...withCase, caseStudy: { state: 'draft', hasApproved: false } }, 'send'],
  ['sent', { ...withCase, caseStudy: { state: 'sent', hasApproved: false } }, 'wait'],
  ['sent back', { ...withCase, caseStudy: { state: 'sent back', hasApproved: false } }, 'change'],
  ['no logo', { ...agreed, kinds: ['logo'] }, 'get the logo'],
  ['no logo, asked for', { ...agreed, kinds: ['logo'], logoAskedOn: day('2026-07-30') }, 'wait'],
  ['no logo, asked for a week ago', { ...agreed, kinds: ['logo'], logoAskedOn: day('2026-07-25') }, 'get the logo'],
  ['captured', agreed, 'use'],
  ['expired', { ...agreed, answer: 'expired' }, 'ask again'],
  ['on hold', { ...agreed, answer: 'on hold' }, 'ask again'],
])('what marketing does next: %s', (_what, progress, step) => {
  expect(nextAct(progress, today)).toBe(step)
})
