import type { IsoDate, ScheduleRequest } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { type PlanTemplate, tasksToSchedule } from './template.ts'

type Start = { today: IsoDate; calendars: NonNullable<ScheduleRequest['calendars']> }

/**
 * The first day by which a plan from a template can be live where it begins today, nothing waits and nothing is done yet. What comes after
 * Rollout does not count.
 * @returns null where there is no such day by these calendars
 */
export function earliestLive({ milestones }: PlanTemplate, { today, calendars }: Start): IsoDate | null {
  const tasks = milestones.filter(({ stage }) => stage !== 'Value').flatMap((milestone) => milestone.tasks)
  const result = schedule({ startOn: today, today, calendars, tasks: tasksToSchedule(tasks) })
  return result.ok ? result.answer.finish : null
}
