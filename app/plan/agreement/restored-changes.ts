import { changedFields } from '#app/runner/events/changed-fields.ts'
import { type PlanPart, type TaskPart, readAgreedLink } from '../agreed-terms/agreed-changes.ts'
import { calendarValues } from '../core/calendar-values.ts'
import { namedLinks } from '../core/named-links.ts'
import type { AgreedTerms } from '../agreed-terms/agreed-terms.ts'

type Terms = { now: AgreedTerms; agreed: AgreedTerms }

/** What restoring an agreed value of the plan changes. */
export const restoredPlanChanges = (part: PlanPart, { now, agreed }: Terms) =>
  changedFields([part], planValues(now), planValues(agreed))

const planValues = ({ criticalDate, criticalReason, firstWin, ...calendars }: AgreedTerms) => ({
  criticalDate,
  criticalReason,
  ...firstWin,
  ...calendarValues(calendars),
})

/** What restoring an agreed value of a task changes. */
export function restoredTaskChanges(part: TaskPart, taskId: string, { now, agreed }: Terms) {
  const titles = [...now.tasks, ...agreed.tasks]
  const valuesOf = ({ tasks }: AgreedTerms) => {
    const task = tasks.find(({ id }) => id === taskId)
    return task && { ...task, dependsOn: namedLinks(task.dependsOn.map(readAgreedLink), titles) }
  }
  const [before, after] = [valuesOf(now), valuesOf(agreed)]
  return before && after ? changedFields([part], before, after) : {}
}
