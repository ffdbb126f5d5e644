import { expect, test } from 'vitest'
import { noticesOf } from '#tests/samples/notices.ts'
import { waitsForDailyEmail } from './waits-for-daily-email.ts'

const ids = { codeId: 'b6d7', planIds: ['one', 'other'] } as const
const { 'win-corrected': corrected, 'reference-declined': declined, ...others } = noticesOf('typed', ids)

test('only these of the notices with an email of their own wait for the day’s email', () => {
  const waiting = Object.values(others).filter(waitsForDailyEmail)
  expect(waiting.map(({ kind }) => kind).sort()).toEqual([
    ...['colleague-came', 'participant-added', 'participant-changed'],
    ...['situation-shared', 'task-removed', 'task-sent-back'],
  ])
})

test('a corrected win reaches marketing at once and the plan’s people by the day’s email', () => {
  const to = (reader: 'marketing' | 'plan') =>
    waitsForDailyEmail({ kind: 'win-corrected', facts: { ...corrected.facts, reader } })
  expect([to('marketing'), to('plan')]).toEqual([false, true])
})

test('marketing hears at once of a consent that ended; a plain no can wait', () => {
  const when = (wasAgreed: boolean) =>
    waitsForDailyEmail({ kind: 'reference-declined', facts: { ...declined.facts, wasAgreed } })
  expect([when(true), when(false)]).toEqual([false, true])
})
