import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate, ScheduleRequest } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { type PlanTemplate, tasksToSchedule } from './template.ts'

/** Days beyond what the tasks take: a first win that is due the moment they are done would be late at the first delay. */
const spare = 14

type Start = { liveBy: IsoDate; calendars: NonNullable<ScheduleRequest['calendars']> }

/** The day by which a plan from a template can have its first win where it is live on time: what comes after Rollout, and two weeks to spare. */
export function proposedWinDay({ milestones }: PlanTemplate, { liveBy, calendars }: Start): IsoDate {
  const tasks = milestones.filter(({ stage }) => stage === 'Value').flatMap((milestone) => milestone.tasks)
  const result = schedule({ startOn: addDays(liveBy, 1), calendars, tasks: tasksToSchedule(tasks) })
  return addDays((result.ok && result.answer.finish) || liveBy, spare)
}
