import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { day, plainMilestone, planRows, row } from '#tests/samples/plan-rows.ts'
import type { SittingRule } from '../sittings/sittings.ts'
import { type MilestoneProof, computePlan, goalsOf, isGoal, reachedOn, requestFor, scheduleOf } from './compute-plan.ts'

const today = day('2026-06-17')

const request = (rows = planRows()) => requestFor(rows, today)
const point = (id: string, rows = planRows()) => request(rows).tasks.find((task) => task.id === id)

describe('the request', () => {
  it('caps go-live by the critical date and the whole by the win’s', () => {
    expect(request()).toMatchObject({ startOn: '2026-06-01', finishBy: '2026-10-30', today: '2026-06-17' })
    expect(point('live')?.notAfter).toBe('2026-09-15')
    expect(point('win')?.notAfter).toBeNull()
  })

  it('lets a point follow its own tasks, go-live every earlier point, the win go-live, and nothing else', () => {
    const after = (id: string) => point(id)?.dependsOn?.map(({ task }) => task)
    expect(after('signed')).toEqual(['legal'])
    expect(after('live')).toEqual(['train', 'signed', 'ready'])
    expect(after('win')).toEqual(['close', 'live'])
    expect(request().tasks.find(({ id }) => id === 'train')?.dependsOn).toEqual([])
  })

  it('takes both calendars with holidays and closed periods', () => {
    const rows = planRows()
    const holidays = [{ date: day('2026-07-03'), name: 'Independence Day', localName: null }]
    const vendorCalendar = { ...rows.plan.vendorCalendar, holidays }
    expect(requestFor({ ...rows, plan: { ...rows.plan, vendorCalendar } }, today).calendars?.vendor?.holidays).toEqual([
      '2026-07-03',
    ])
  })
})

describe('sittings', () => {
  const listed = (...dates: string[]): SittingRule => ({
    every: 'dates',
    dates: dates.map(day),
    name: null,
    notIn: [],
    notOn: [],
  })
  const legalOn = (rule: SittingRule) => {
    const rows = planRows()
    return { ...rows, tasks: rows.tasks.map((task) => (task.id === 'legal' ? { ...task, sittings: rule } : task)) }
  }

  it('are asked as dates, and a task is finished on one of them', () => {
    const rows = legalOn(listed('2026-07-07', '2026-08-04'))
    expect(requestFor(rows, today).tasks[0]?.sittings).toEqual(['2026-07-07', '2026-08-04'])
    const dates = scheduleOf(rows, today).datesOf('legal')
    expect([dates.earlyFinish, dates.lateFinish]).toEqual(['2026-07-07', '2026-08-04'])
  })

  it.each([
    ['none is late enough', listed('2026-06-09')],
    ['all lie before the plan', listed('2025-06-09')],
    ['all are left out', { ...listed('2026-07-07'), notOn: [day('2026-07-07')] }],
  ])('whose %s are passed over, and mentioned', (_, rule) => {
    const schedule = scheduleOf(legalOn(rule), today)
    expect([...schedule.spent]).toEqual(['legal'])
    expect(schedule.datesOf('legal').earlyFinish).toBe('2026-06-30')
    expect(schedule.request.tasks.find(({ id }) => id === 'legal')?.sittings).toBeNull()
  })
})

describe('the go-live point', () => {
  it('is late after the last day on which both sides work, when one is closed on the critical date', () => {
    const rows = planRows()
    const closed = [{ from: day('2026-09-14'), to: day('2026-09-18'), why: 'Stocktaking' }]
    const customerCalendar = { ...rows.plan.customerCalendar, closed }
    const dates = scheduleOf({ ...rows, plan: { ...rows.plan, customerCalendar } }, today).datesOf('live')
    expect(dates.lateFinish).toBe('2026-09-11')
  })
})

describe('reached points', () => {
  const done = (ids: string[], on: IsoDate = day('2026-06-15')) => {
    const rows = planRows()
    return { ...rows, tasks: rows.tasks.map((task) => (ids.includes(task.id) ? { ...task, doneOn: on } : task)) }
  }

  it('are reached on the day of their last task', () => {
    const rows = done(['legal'])
    expect(reachedOn(rows, 'signed')).toBe('2026-06-15')
    expect(point('signed', rows)?.doneOn).toBe('2026-06-15')
  })

  it('does not call go-live reached while something before it is open', () => {
    expect(reachedOn(done(['train']), 'live')).toBeNull()
    expect(reachedOn(done(['legal', 'build', 'train']), 'live')).toBe('2026-06-15')
  })

  it('reaches the win by its confirmation alone', () => {
    const all = done(['legal', 'build', 'train', 'close'])
    expect(reachedOn(all, 'win')).toBeNull()
    const won = { ...planRows(), plan: { ...planRows().plan, state: 'won' as const, wonOn: day('2026-06-16') } }
    expect(reachedOn(won, 'win')).toBe('2026-06-16')
  })

  it('takes a milestone that asks for evidence for reached with it, or with a reason', () => {
    const rows = done(['legal', 'build', 'train'])
    const asking = (proof: MilestoneProof | null) => ({
      ...rows,
      milestones: rows.milestones.map((it) =>
        it.id === 'ready' ? { ...it, exitEvidence: 'A test report', proof } : it,
      ),
    })
    expect(reachedOn(asking(null), 'ready')).toBeNull()
    expect(reachedOn(asking(null), 'signed')).toBe('2026-06-15')
    // Go-live waits for all before it.
    expect(reachedOn(asking(null), 'live')).toBeNull()
    for (const kind of ['evidence', 'reason'] as const) {
      expect(reachedOn(asking({ kind, text: 'Here' }), 'ready')).toBe('2026-06-15')
      expect(reachedOn(asking({ kind, text: 'Here' }), 'live')).toBe('2026-06-15')
    }
  })

  it('does not take a milestone without tasks for reached, nor lets it hold up go-live', () => {
    const rows = done(['legal', 'build', 'train'])
    const empty = {
      ...rows,
      milestones: [
        { id: 'e', stage: 'Discovery' as const, position: 0, title: 'E', ...plainMilestone },
        ...rows.milestones,
      ],
    }
    expect(reachedOn(empty, 'e')).toBeNull()
    expect(reachedOn(empty, 'live')).toBe('2026-06-15')
  })
})

describe('the goals', () => {
  it('are the last milestone of Rollout and that of Value', () => {
    const { milestones } = planRows()
    expect(milestones.filter(({ id }) => isGoal(milestones, id)).map(({ id }) => id)).toEqual(['live', 'win'])
  })
})

describe('the schedule', () => {
  it('makes do-by dates from the goals backwards', () => {
    const { datesOf } = scheduleOf(planRows(), today)
    expect(datesOf('train').lateFinish).toBe('2026-09-15')
    expect(datesOf('close').lateFinish).toBe('2026-10-30')
    expect(datesOf('build').lateFinish <= day('2026-09-15')).toBe(true)
  })

  it('tells a cycle instead of throwing', () => {
    const rows = planRows({
      legal: row('legal', 'signed', { dependsOn: ['build'] }),
      build: row('build', 'ready', { dependsOn: ['legal'] }),
    })
    const result = computePlan(rows, today)
    expect(result.ok ? [] : result.faults[0]?.tasks).toEqual(expect.arrayContaining(['legal', 'build']))
  })

  it('computes a plan without any milestone', () => {
    const empty = { ...planRows(), milestones: [], tasks: [] }
    expect(goalsOf(empty.milestones)).toEqual({ goLive: null, win: null })
    expect(scheduleOf(empty, today).computed.answer.feasible).toBe(true)
  })
})
