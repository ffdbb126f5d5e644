import { expect, test } from 'vitest'
import { type LateGoal, type RememberedStanding, standingNews, standingOf } from './plan-standing.ts'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { scheduleOf } from '../core/compute-plan.ts'

const today = day('2026-06-17')
const late = (expected: string): LateGoal => ({
  goal: 'go-live',
  by: day('2026-09-15'),
  expected: day(expected),
  days: 3,
})
const none: RememberedStanding = { on: today, late: [], closedGates: [] }
const told = (seen: string, first: string, on = '2026-06-17'): RememberedStanding => ({
  on: day(on),
  late: [{ goal: 'go-live', seen: day(seen), told: day(first) }],
  closedGates: [],
})
const standing = (expected: string | null) => ({ late: expected === null ? [] : [late(expected)], closedGates: [] })
const news = (before: RememberedStanding | null, expected: string | null, tells = true, then?: string) =>
  standingNews({
    before,
    now: standing(expected),
    then: standing(before?.on === today ? expected : (then ?? before?.late[0]?.seen ?? expected)),
    today,
    tells,
    gates: new Map(),
  })

test('a goal that becomes late is told once, from its date', () => {
  expect(news(none, '2026-09-18').slips).toMatchObject([{ before: '2026-09-15', expected: '2026-09-18' }])
  expect(news(news(none, '2026-09-18').remember, '2026-09-18').slips).toEqual([])
})

test('a later change of the same day is told from the day that was told before', () => {
  expect(news(told('2026-09-18', '2026-09-18'), '2026-09-21').slips).toMatchObject([
    { before: '2026-09-18', expected: '2026-09-21' },
  ])
})

test('a change since a look of the day before is told, and not what time adds to it alone', () => {
  const yesterday = told('2026-09-18', '2026-09-18', '2026-06-16')
  expect(news(yesterday, '2026-09-22', true, '2026-09-21').slips).toMatchObject([
    { before: '2026-09-18', expected: '2026-09-22' },
  ])
  expect(news(yesterday, '2026-09-21', true, '2026-09-18').slips).toEqual([])
})

test('what only time makes later is told again after a week', () => {
  expect(news(told('2026-09-18', '2026-09-18', '2026-06-16'), '2026-09-21').slips).toEqual([])
  expect(news(told('2026-09-24', '2026-09-18', '2026-06-16'), '2026-09-25').slips).toHaveLength(1)
})

test('a goal that was in time meanwhile slips again', () => {
  const back = news(told('2026-09-18', '2026-09-18'), null).remember
  expect(news(back, '2026-09-18').slips).toHaveLength(1)
})

test('neither the first look nor a draft tells anything, and what was late then is not told later', () => {
  expect(news(null, '2026-09-18').slips).toEqual([])
  const draft = news(none, '2026-09-18', false)
  expect(draft.slips).toEqual([])
  expect(news(draft.remember, '2026-09-18').slips).toEqual([])
})

test('a gate that opened is told by its title, one that is no gate any longer is not', () => {
  const before = { ...none, closedGates: ['signed', 'removed'] }
  const now = { late: [], closedGates: [] }
  const gates = new Map([['signed', 'Contract signed']])
  expect(standingNews({ before, now, then: now, today, tells: true, gates }).opened).toEqual(['Contract signed'])
  const still = { late: [], closedGates: [{ id: 'signed', title: 'Contract signed' }] }
  expect(standingNews({ before, now: still, then: still, today, tells: true, gates }).opened).toEqual([])
})

test('a plan stands as its dates and gates say', () => {
  const rows = planRows({ legal: row('legal', 'signed', {}) })
  const gated = { ...rows, milestones: rows.milestones.map((it) => ({ ...it, isGate: it.id === 'signed' })) }
  const { late: inTime, closedGates } = standingOf(gated, scheduleOf(gated, today))
  expect(inTime).toEqual([])
  expect(closedGates).toMatchObject([{ id: 'signed' }])
  const slow = planRows({ legal: row('legal', 'signed', { durationDays: 200 }) })
  expect(standingOf(slow, scheduleOf(slow, today)).late.map(({ goal }) => goal)).toContain('go-live')
})
