import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { noticesOf } from '#tests/samples/notices.ts'
import { slipsStillSo } from './slips-still-so.ts'

const id = '0b0e7a52-9a5c-4f0e-8a0e-000000000001'
const { facts } = noticesOf('x', { codeId: id, planIds: [id, id] })['date-slipped']
const slipped = (before: string, expected: string) => ({
  told: { kind: 'date-slipped' as const, facts: { ...facts, before, expected, advice: [expected] } },
})
const late = (seen: string, days: number) => [
  { goal: 'go-live' as const, seen: day(seen), told: day(seen), by: day('2026-09-15'), days },
]

test('several slips of a plan are one, from the first day to the day of now, with the last advice', () => {
  const all = [slipped('2026-09-15', '2026-09-18'), slipped('2026-09-18', '2026-09-21')]
  expect(slipsStillSo(all, late('2026-09-22', 5))).toMatchObject([
    { told: { facts: { before: '2026-09-15', expected: '2026-09-22', days: 5, advice: ['2026-09-21'], also: null } } },
  ])
  expect(slipsStillSo(all, undefined), 'not looked at').toMatchObject([
    { told: { facts: { before: '2026-09-15', expected: '2026-09-21' } } },
  ])
})

test('a goal that is in time again, or expected on the day that was told before, has not slipped', () => {
  expect(slipsStillSo([slipped('2026-09-15', '2026-09-18')], [])).toEqual([])
  expect(slipsStillSo([slipped('2026-09-18', '2026-09-21')], late('2026-09-18', 3))).toEqual([])
})

test('of two goals the one that is still late is told', () => {
  const win = { goal: 'win' as const, by: '2026-10-15', before: '2026-10-15', expected: '2026-10-20', days: 3 }
  const both = { told: { kind: 'date-slipped' as const, facts: { ...facts, also: win } } }
  const winIsLate = [{ goal: 'win' as const, seen: day('2026-10-19'), told: day('2026-10-20') }]
  expect(slipsStillSo([both], winIsLate)).toMatchObject([
    { told: { facts: { goal: 'win', before: '2026-10-15', expected: '2026-10-19', also: null } } },
  ])
})
