import type { PlanTemplate } from '#app/portfolio/templates/template.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { sittingDates } from '#app/plan/sittings/sittings.ts'
import { addDays, weekday } from '#app/schedule/dates.ts'
import type { IsoDate, TaskAnswer } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import type { SamplePlan } from './plan-spec.ts'

export type TaskProgress = { startedOn: IsoDate | null; doneOn: IsoDate | null }

export type DatedPlan = {
  startOn: IsoDate
  criticalDate: IsoDate
  winBy: IsoDate
  /** By the key of each task. */
  progress: ReadonlyMap<string, TaskProgress>
}

type Calendars = { vendor: StoredCalendar; customer: StoredCalendar }

const winAfterDays = 14

/** When a sample plan's tasks were started and done, and the dates that make it as late, or as calm, as it is meant to be. */
export function datePlan(sample: SamplePlan, template: PlanTemplate, calendars: Calendars, today: IsoDate): DatedPlan {
  const startOn = addDays(today, -sample.begunDaysAgo)
  const planned = datesOf(sample, template, calendars, startOn, null, new Map())
  const until = sample.end?.kind === 'lost' ? addDays(today, -sample.end.daysAgo) : today
  const progress = progressOf(template, planned, until, sample.stuckAt)
  const expected = sample.end ? planned : datesOf(sample, template, calendars, startOn, today, progress)

  const value = new Set(template.milestones.filter(({ stage }) => stage === 'Value').flatMap(keysOf))
  const lastFinish = (keys: (key: string) => boolean) =>
    [...expected].filter(([key]) => keys(key)).reduce((last, [, it]) => later(last, it.earlyFinish), startOn)
  const criticalDate = shift(
    lastFinish((key) => !value.has(key)),
    sample.spareDays,
    calendars.customer,
  )
  const wonOn = sample.end?.kind === 'won' ? addDays(today, -sample.end.daysAgo) : startOn
  const winBy = shift(
    later(
      later(
        lastFinish(() => true),
        wonOn,
      ),
      criticalDate,
    ),
    winAfterDays,
    calendars.customer,
  )
  return { startOn, criticalDate, winBy, progress }
}

const keysOf = ({ tasks }: PlanTemplate['milestones'][number]) => tasks.map(({ key }) => key)

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b)

function datesOf(
  { sittings = {} }: SamplePlan,
  template: PlanTemplate,
  { vendor, customer }: Calendars,
  startOn: IsoDate,
  today: IsoDate | null,
  progress: ReadonlyMap<string, TaskProgress>,
): Map<string, TaskAnswer> {
  const result = schedule({
    startOn,
    today,
    calendars: { vendor: calendarSpecOf(vendor), customer: calendarSpecOf(customer) },
    tasks: template.milestones
      .flatMap(({ tasks }) => tasks)
      .map(({ key, side, durationDays, dependsOn = [] }) => ({
        id: key,
        side,
        durationDays,
        dependsOn: dependsOn.map((link) => ({ task: link.key, lagDays: link.lagDays ?? 0 })),
        sittings: sittings[key] && sittingDates(sittings[key], { startOn, winBy: startOn }, today ?? startOn),
        ...progress.get(key),
      })),
  })
  if (!result.ok) throw new Error(`A sample plan cannot be computed: ${JSON.stringify(result.faults)}`)
  return new Map(result.answer.tasks.map((task) => [task.id, task]))
}

/** What was planned before `until` happened as planned, but for the task that work is stuck at, and all that waits for it. */
function progressOf(
  template: PlanTemplate,
  planned: ReadonlyMap<string, TaskAnswer>,
  until: IsoDate,
  stuckAt: string | undefined,
): Map<string, TaskProgress> {
  const progress = new Map<string, TaskProgress>()
  const waiting = new Set(stuckAt === undefined ? [] : [stuckAt])
  for (const { key, dependsOn = [] } of template.milestones.flatMap(({ tasks }) => tasks)) {
    if (dependsOn.some((link) => waiting.has(link.key))) waiting.add(key)
    const dates = planned.get(key)
    if (!dates || waiting.has(key) || dates.earlyStart >= until) continue
    progress.set(key, { startedOn: dates.earlyStart, doneOn: dates.earlyFinish < until ? dates.earlyFinish : null })
  }
  return progress
}

/** The day that many calendar days later (or earlier), moved to a day that the customer works on. */
function shift(date: IsoDate, days: number, { workweek, holidays, closed }: StoredCalendar): IsoDate {
  const isOff = (day: IsoDate) =>
    !workweek.includes(weekday(day)) ||
    holidays.some((it) => it.date === day) ||
    closed.some(({ from, to }) => from <= day && day <= to)
  let day = addDays(date, days)
  while (isOff(day)) day = addDays(day, days < 0 ? -1 : 1)
  return day
}
