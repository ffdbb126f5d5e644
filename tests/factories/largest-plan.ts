import { bounds } from '#app/kit/limits.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { NewPlan, NewPlanTask } from '#app/plan/core/insert-plan.server.ts'
import { type SittingRule, sittingDates } from '#app/plan/sittings/sittings.ts'
import { stages } from '#app/plan/core/stages.ts'
import { addDays } from '#app/schedule/dates.ts'
import { type IsoDate, sides } from '#app/schedule/model.ts'

const words = (length: number, of: string) => `${of} ${'and everything that goes with it '.repeat(20)}`.slice(0, length)

const calendar = (today: IsoDate, region: string): StoredCalendar => ({
  workweek: [1, 2, 3, 4, 5],
  region,
  holidays: Array.from({ length: 60 }, (_, at) => ({
    date: addDays(today, 24 * at),
    name: `Holiday ${at}`,
    localName: null,
  })),
  closed: Array.from({ length: bounds.calendarRows }, (_, at) => {
    const from = addDays(today, 36 * at)
    return { from, to: addDays(from, 2), why: words(120, `Shutdown ${at}`) }
  }),
  extraWorkdays: Array.from({ length: bounds.calendarRows }, (_, at) => ({
    date: addDays(today, 31 * at + 3),
    why: words(120, `Release ${at}`),
  })),
})

/**
 * The largest plan that the limits allow, running late: every count and text at its maximum, listed days for as many tasks as
 * possible, and dates as far away as allowed.
 */
export function largestPlan(today: IsoDate): Partial<NewPlan> {
  const winBy = addDays(today, 3_640)
  const daily: SittingRule = {
    every: 'week',
    weekdays: [1, 2, 3, 4, 5],
    weeks: 1,
    from: null,
    name: words(60, 'board'),
    notIn: [],
    notOn: [],
  }
  const listed = Math.floor(bounds.sittingDays / sittingDates(daily, { startOn: today, winBy }, today).length)
  const perMilestone = bounds.tasks / bounds.milestones
  const task = (at: number): NewPlanTask => ({
    key: `t${at}`,
    title: words(200, `Task ${at}`),
    side: sides[at % 3] ?? 'both',
    durationDays: 10,
    owner: { placeholder: words(120, 'Somebody') },
    dependsOn: Array.from({ length: Math.min(bounds.links, at) }, (_, back) => ({ key: `t${at - 1 - back}` })),
    notBefore: addDays(today, at),
    notAfter: addDays(winBy, -at),
    sittings: at < listed ? daily : null,
  })
  return {
    project: words(200, 'Project'),
    template: 'standard',
    timeZone: 'Europe/Berlin',
    vendorCalendar: calendar(today, 'US'),
    customerCalendar: calendar(today, 'HK'),
    startOn: today,
    criticalDate: addDays(winBy, -30),
    criticalReason: words(500, 'the audit'),
    ifMissed: words(500, 'The audit runs on the old books'),
    firstWin: {
      statement: words(500, 'We closed the books in one day'),
      measure: words(120, 'time to close a month'),
      unit: 'days',
      baseline: 30,
      target: 1,
      winBy,
      announcedTo: words(200, 'the board'),
    },
    milestones: Array.from({ length: bounds.milestones }, (_, at) => ({
      stage: stages[Math.floor((at * stages.length) / bounds.milestones)] ?? 'Value',
      title: words(200, `Milestone ${at}`),
      tasks: Array.from({ length: perMilestone }, (_each, n) => task(at * perMilestone + n)),
    })),
  }
}
