import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, planRows, row, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { randomPlans, randomToday } from '#tests/samples/random-plan.ts'
import { datesNow } from '../view/agreed-dates.ts'
import { buildView } from '../view/build-view.ts'
import { milestoneWhen } from '../view/plan-words.ts'
import { taskUrgency } from '../view/task-urgency.ts'
import { milestoneDay } from '../view/shown-tasks.ts'
import { dueOf } from './due.ts'
import type { HeadlineTerms } from './headline-terms.ts'
import { goalNow } from '../view/goal.ts'
import { type PlanRows, scheduleOf } from './compute-plan.ts'
import { noSigns } from '../summary/plan-signs.ts'
import { summaryOf } from '../summary/plan-summary.ts'
import { waitingTasks } from '../page/waiting-tasks.ts'

const viewOf = (rows: PlanRows<HeadlineTerms>, today = randomToday) => {
  const material = sampleMaterial()
  const plan = { ...material.rows.plan, ...rows.plan }
  return buildView({ ...material, today, rows: { ...material.rows, ...rows, plan } })
}

/** A milestone whose first task misses its own date, while the last one has time. */
const lateInside = () =>
  planRows({
    legal: row('legal', 'signed', { durationDays: 10, notAfter: day('2026-06-19') }),
    build: row('build', 'signed', { side: 'vendor', durationDays: 5, dependsOn: ['legal'] }),
  })

describe('what is due, expected and late', () => {
  it('is late for a milestone when any open task of it is', () => {
    const rows = lateInside()
    const due = dueOf({ rows, schedule: scheduleOf(rows, day('2026-06-17')) }, 'signed')
    expect(due).toMatchObject({ late: true, expected: '2026-07-07', bufferDays: -7 })
  })

  it('counts the days of a milestone from its own two dates, not from those of its latest task', () => {
    const rows = planRows({
      legal: row('legal', 'signed', { durationDays: 20, notAfter: day('2026-06-19') }),
      build: row('build', 'signed', { side: 'vendor', durationDays: 45 }),
    })
    const { dueOn, expected, bufferDays } = dueOf({ rows, schedule: scheduleOf(rows, day('2026-08-03')) }, 'signed')
    expect([dueOn, expected, bufferDays]).toEqual(['2026-09-15', '2026-10-02', -13])
  })

  it('is said of the plan as a whole, though its goal can be met', () => {
    const view = viewOf(lateInside(), day('2026-06-17'))
    expect(`${view.headline.lead} ${view.headline.stress}`).toBe('“Task legal” is 7 working days late.')
    expect(view.headline.because).toBe('The go-live date, 15 September, can still be met.')
  })

  it('contradicts no part of a plan, wherever it is said', () => {
    fc.assert(
      fc.property(randomPlans, (rows) => {
        const view = viewOf(rows)
        const tasks = new Map(
          view.stages.flatMap((it) => it.milestones.flatMap((it) => it.tasks)).map((it) => [it.id, it]),
        )
        for (const milestone of view.stages.flatMap((stage) => stage.milestones)) {
          const open = milestone.tasks.filter(({ status }) => status !== 'done')
          const words = milestoneWhen(milestone, view.today)
          expect(words.includes('late')).toBe(milestone.late)
          expect(words).not.toContain('0 tasks')
          if (milestone.reachedOn !== null) expect(milestone.late).toBe(false)
          const lateWithin = open.some((task) => taskUrgency(task, view.today).text.includes('late'))
          if (lateWithin) expect(milestone.late).toBe(true)
          for (const task of open) {
            expect(milestone.dueOn >= task.dueOn).toBe(true)
            expect(milestone.expected >= task.earlyFinish).toBe(true)
            expect(milestoneDay(milestone) >= task.earlyFinish).toBe(true)
          }
          if (milestone.goal !== null || open.length === 0) continue
          expect(milestone.late).toBe(lateWithin)
          expect(milestone.dueOn).toBe(
            open
              .map(({ dueOn }) => dueOn)
              .sort()
              .at(-1),
          )
          expect(milestone.expected).toBe(
            open
              .map(({ earlyFinish }) => earlyFinish)
              .sort()
              .at(-1),
          )
        }
        const anyLate = [...tasks.values()].some((task) => task.status !== 'done' && task.slackDays < 0)
        const summary = summaryOf({ ...rows, plan: { ...rows.plan, archivedAt: null } }, noSigns, view.today)
        expect(summary.tone === 'late').toBe(view.headline.tone === 'late')
        expect(summary.stateWords.endsWith('late')).toBe(view.headline.tone === 'late')
        if (anyLate) expect(view.headline.tone).toBe('late')
        if (view.slackDays < 0) expect(view.headline.tone).toBe('late')
        const goal = goalNow({ rows, schedule: scheduleOf(rows, view.today) })
        if (goal && goal.lateDays > 0) {
          expect(view.slackDays).toBe(-goal.lateDays)
          const row = view.stages.flatMap((stage) => stage.milestones).find(({ id }) => id === goal.id)
          expect(row?.bufferDays).toBe(-goal.lateDays)
        }

        for (const { task } of waitingTasks(rows, view.today)) {
          const shown = tasks.get(task.id)
          expect([task.dueOn, task.expected]).toEqual([shown?.dueOn, shown?.earlyFinish])
          if (task.why === 'late') expect(shown?.slackDays).toBeLessThan(0)
        }
        const agreed = datesNow(rows, scheduleOf(rows, view.today))
        const points = view.stages.flatMap((stage) => stage.milestones)
        expect(agreed.points.map(({ doBy, expected }) => [doBy, expected])).toEqual(
          points.map(({ dueOn, expected }) => [dueOn, expected]),
        )
      }),
      { numRuns: 300 },
    )
  })
})
