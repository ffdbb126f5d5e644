import { expect, test } from 'vitest'
import type { EventName } from '#app/runner/events/catalogue.ts'
import { outcomeSentences } from './outcome-sentences.ts'

const event = (name: EventName, subject: string, changes: object = {}) => ({
  ...{ event: name, subjectId: subject, subject, changes },
})
const elsewhere = { milestone: { before: 'Contract signed', after: 'Go live' } }

test('one thing that was done is one sentence', () => {
  expect(outcomeSentences([event('task removed', 'Sign it')])).toBe('You deleted “Sign it”.')
})

test('several tasks to which the same was done are named in one sentence, the first few of many', () => {
  const removed = (...titles: string[]) => outcomeSentences(titles.map((title) => event('task removed', title)))
  expect(removed('Sign it', 'Pay it')).toBe('You deleted “Sign it” and “Pay it”.')
  expect(removed('Sign it', 'Pay it', 'File it')).toBe('You deleted “Sign it”, “Pay it” and “File it”.')
  expect(removed('Sign it', 'Pay it', 'File it', 'Ship it')).toBe(
    'You deleted “Sign it”, “Pay it”, “File it” and 1 other task.',
  )
  expect(outcomeSentences([event('task moved', 'Sign it', elsewhere), event('task moved', 'Pay it', elsewhere)])).toBe(
    'You moved “Sign it” and “Pay it” to the milestone “Go live”.',
  )
})

test('what is different has a sentence of its own, each said once', () => {
  expect(
    outcomeSentences([
      event('task changed', 'Sign it'),
      event('task changed', 'Sign it'),
      event('task made private', 'Sign it'),
      event('milestone removed', 'Go live'),
    ]),
  ).toBe('You changed “Sign it”. You removed “Sign it” from the shared plan. You deleted the milestone “Go live”.')
})

test('people are named in a sentence each, and what is left is counted', () => {
  const invited = (...names: string[]) => outcomeSentences(names.map((name) => event('participant invited', name)))
  expect(invited('Nora', 'Falk')).toBe('You invited Nora. You invited Falk.')
  expect(invited('Nora', 'Falk', 'Kim', 'Lee')).toBe(
    'You invited Nora. You invited Falk. You invited Kim. You made 1 more change.',
  )
})
