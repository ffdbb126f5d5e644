import { describe, expect, test } from 'vitest'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import type { PlanRows } from '../core/compute-plan.ts'
import { firstTaskOf, waitingTasks } from './waiting-tasks.ts'

const priya = { kind: 'participant', id: 'p1', name: 'Priya Raman' } as const
const mara = { kind: 'member', id: 'm1', name: 'Mara Keller' } as const
const legal = (task: Parameters<typeof row>[2] = {}) =>
  row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10, owner: priya, ...task })

const whys = (rows: PlanRows, today = '2026-06-17') =>
  waitingTasks(rows, day(today)).map(({ task }) => [task.id, task.why])

describe('the tasks that wait today', () => {
  test('are those of named people that can begin, and no others', () => {
    const build = row('build', 'ready', { side: 'vendor', durationDays: 15, dependsOn: ['legal'], owner: mara })
    expect(whys(planRows({ legal: legal(), build }))).toEqual([['legal', 'next']])
    expect(whys(planRows())).toEqual([])
  })
  test('are due within three working days, or when they must start', () => {
    const due = legal({ startedOn: day('2026-06-08'), notAfter: day('2026-06-22') })
    expect(whys(planRows({ legal: due }))).toEqual([['legal', 'due']])
    expect(whys(planRows({ legal: due }), '2026-06-16')).toEqual([])
    expect(whys(planRows({ legal: legal({ notAfter: day('2026-06-30') }) }))).toEqual([['legal', 'due']])
  })
  test('are late when their day can no longer be met, with the day on which they are expected', () => {
    const rows = planRows({ legal: legal({ notAfter: day('2026-06-24') }) })
    expect(waitingTasks(rows, day('2026-06-17')).map(({ task }) => task)).toEqual([
      { id: 'legal', title: 'Contract at Legal', dueOn: '2026-06-24', expected: '2026-06-30', why: 'late' },
    ])
  })
  test('are quiet while they are under way in time, on days off, and once the plan ended', () => {
    expect(whys(planRows({ legal: legal({ startedOn: day('2026-06-15') }) }))).toEqual([])
    expect(whys(planRows({ legal: legal() }), '2026-06-20')).toEqual([])
    const rows = planRows({ legal: legal() })
    expect(whys({ ...rows, plan: { ...rows.plan, state: 'won', wonOn: day('2026-06-16') } })).toEqual([])
  })
})

describe('the first task of someone who is invited', () => {
  const first = (rows: PlanRows, person: { id: string; name: string; role: string }) =>
    firstTaskOf(rows, day('2026-06-17'), { ...person, sight: 'customer' })
  test('is the own one, by person or by the name it was noted under', () => {
    const rows = planRows({ legal: legal() })
    expect(first(rows, { ...priya, role: 'contributor' })).toMatchObject({ title: 'Contract at Legal', isOwn: true })
    const noted = planRows({ legal: legal({ owner: { kind: 'placeholder', id: null, name: 'priya raman' } }) })
    expect(first(noted, { id: 'new', name: 'Priya Raman', role: 'viewer' })).toMatchObject({ isOwn: true })
  })
  test('is for a champion the first of that side that has no one yet; for others none', () => {
    expect(first(planRows(), { id: 'new', name: 'Ida Moss', role: 'champion' })).toMatchObject({
      title: 'Contract at Legal',
      isOwn: false,
    })
    expect(first(planRows(), { id: 'new', name: 'Ida Moss', role: 'contributor' })).toBe(null)
  })
  test('is due only in a plan that was agreed; in a draft it is expected, never before today', () => {
    const rows = planRows({ legal: legal() })
    const late = { ...rows, plan: { ...rows.plan, criticalDate: day('2026-06-05') } }
    const person = { ...priya, role: 'contributor' }
    const draft = first(late, person)
    expect(draft?.dueOn && draft.dueOn < '2026-06-17').toBe(true)
    expect(draft?.expected && draft.expected >= '2026-06-17').toBe(true)
    expect(first({ ...late, plan: { ...late.plan, state: 'agreed' } }, person)?.expected).toBe(null)
  })
  test('is never one that the vendor keeps to itself', () => {
    const rows = planRows({ legal: legal({ privateTo: 'vendor' }) })
    expect(first(rows, { ...priya, role: 'contributor' })).toBe(null)
  })
})
