import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate, ScheduleRequest } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import type { PlanTemplate } from './template.ts'

/** Days beyond what the tasks take: a first win that is due the moment they are done would be late at the first delay. */
const spare = 14

type Start = { liveBy: IsoDate; calendars: NonNullable<ScheduleRequest['calendars']> }

/** The day by which a plan from a template can have its first win where it is live on time: what comes after Rollout, and two weeks to spare. */
export function proposedWinDay({ milestones }: PlanTemplate, { liveBy, calendars }: Start): IsoDate {
  const tasks = milestones.filter(({ stage }) => stage === 'Value').flatMap((milestone) => milestone.tasks)
  const keys = new Set(tasks.map(({ key }) => key))
  const result = schedule({
    startOn: addDays(liveBy, 1),
    calendars,
    tasks: tasks.map(({ key, side, durationDays, dependsOn = [] }) => ({
      id: key,
      side,
      durationDays,
      dependsOn: dependsOn
        .filter((link) => keys.has(link.key))
        .map((link) => ({ task: link.key, lagDays: link.lagDays ?? 0 })),
    })),
  })
  return addDays((result.ok && result.answer.finish) || liveBy, spare)
}
