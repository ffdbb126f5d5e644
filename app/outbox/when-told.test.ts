import { expect, test } from 'vitest'
import { noticesOf } from '#tests/samples/notices.ts'
import type { NewNoticeFacts } from './notice-kinds.ts'
import { waitsForDailyEmail } from './when-told.ts'

const ids = { codeId: 'b6d7', planIds: ['one', 'other'] } as const
const { 'win-corrected': corrected, 'reference-declined': declined, ...others } = noticesOf('typed', ids)

test('what has an email of its own leaves at once', () => {
  expect(Object.values(others).filter(waitsForDailyEmail)).toEqual([])
})

test('what marketing asks of the champion waits for the email of the day, so that three requests are one email', () => {
  const plan = { workspace: 'x', name: 'x', account: 'x', project: 'x', by: 'x' }
  const requests: NewNoticeFacts[] = [
    { kind: 'reference-asked', facts: { ...plan, statement: 'x' } },
    { kind: 'logo-asked', facts: plan },
    { kind: 'piece-sent', facts: { ...plan, piece: 'quote' } },
  ]
  expect(requests.map(waitsForDailyEmail)).toEqual([true, true, true])
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
