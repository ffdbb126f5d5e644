import { expect, test } from 'vitest'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { datesFor, datesNow } from './agreed-dates.ts'
import { driftSince } from './drift.ts'
import { scheduleOf } from '../core/compute-plan.ts'

const today = day('2026-06-17')
const rows = planRows()
const agreed = datesNow(rows, scheduleOf(rows, today))
const drift = (now: typeof rows, on = today, dates = agreed) =>
  driftSince({ rows: now, schedule: scheduleOf(now, on), agreed: dates })

test('nothing moves by itself, whatever the night does to early dates of tasks', () => {
  const later = drift(rows, day('2026-06-24'))
  expect([...later.moved]).toEqual([])
  expect(later).toMatchObject({ later: 0, earlier: 0, goLive: { due: null }, win: { due: null } })
})

test('a task that takes longer asks those before it to be done earlier, in working days of their side', () => {
  const now = planRows({
    build: row('build', 'ready', { side: 'vendor', durationDays: 18, dependsOn: ['legal'], title: 'Build it' }),
  })
  const { moved, later, earlier, goLive } = drift(now)
  const before = scheduleOf(rows, today).datesOf('legal').lateFinish
  expect(moved.get('legal')).toMatchObject({ agreed: before, days: -3, done: false })
  expect(moved.get('signed')?.days).toBe(-3)
  expect([later, earlier]).toEqual([0, 1])
  expect(goLive).toMatchObject({ due: null, finish: { days: 3 } })
})

test('a critical date that moves by a week moves go-live and every task before it by five working days, and no task after', () => {
  const now = { ...rows, plan: { ...rows.plan, criticalDate: day('2026-09-22') } }
  const { goLive, win, moved } = drift(now)
  expect(goLive?.due).toEqual({ agreed: '2026-09-15', now: '2026-09-22', days: 5, done: false })
  expect(win).toEqual({ due: null, finish: null })
  expect(moved.get('train')?.days).toBe(5)
  expect(moved.has('close')).toBe(false)
})

test('what is done in time is kept, what was done too late is told with the day', () => {
  const dueOn = scheduleOf(rows, today).datesOf('legal').lateFinish
  const legal = row('legal', 'signed', { title: 'Contract at Legal', durationDays: 10, doneOn: day('2026-06-16') })
  expect(drift(planRows({ legal })).moved.has('legal')).toBe(false)
  const tooLate = drift(planRows({ legal: { ...legal, doneOn: day('2026-09-10') } }), day('2026-09-11'))
  expect(tooLate.moved.get('legal')).toMatchObject({ agreed: dueOn, now: '2026-09-10', done: true })
  expect(tooLate.later).toBeGreaterThan(0)
})

test('tasks that were not there when it was agreed, or are hidden, have no agreed day', () => {
  const now = { ...planRows(), plan: { ...rows.plan, criticalDate: day('2026-09-22') } }
  const added = { ...now, tasks: [...now.tasks, row('new', 'live')] }
  expect(drift(added).moved.has('new')).toBe(false)
  const privately = now.tasks.map((task) => (task.id === 'train' ? { ...task, privateTo: 'vendor' as const } : task))
  const cut = drift(now, today, datesFor(agreed, privately, 'customer'))
  expect(cut.moved.has('train')).toBe(false)
  expect(cut.later).toBe(drift(now).later - 1)
})
