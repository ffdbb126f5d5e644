import type { Stage } from '#app/plan/core/stages.ts'
import type { IsoDate, ScheduleRequest, Side } from '#app/schedule/model.ts'
import { schedule } from '#app/schedule/schedule.ts'
import { proposedWinDay } from './proposed-win-day.ts'
import { type PlanTemplate, layOutTemplate, tasksToSchedule } from './template.ts'

/** A task as a new plan would have it: planned from its early start to its early finish, and due by `dueOn`. */
export type PreviewTask = {
  title: string
  side: Side
  /** Null for the tasks of the member who makes the plan. */
  owner: string | null
  from: IsoDate
  to: IsoDate
  dueOn: IsoDate
}

export type PreviewMilestone = { title: string; stage: Stage; dueOn: IsoDate; tasks: PreviewTask[] }

export type PreviewStart = {
  today: IsoDate
  criticalDate: IsoDate
  /** Null for the day that is proposed. */
  winBy: IsoDate | null
  calendars: NonNullable<ScheduleRequest['calendars']>
  account: string
  vendor: string
}

/**
 * The plan that a template would make today, as its customer would see it: live by the critical date, the win by its own.
 * @returns null where its dates cannot be computed
 */
export function previewTemplate(template: PlanTemplate, start: PreviewStart): PreviewMilestone[] | null {
  const { today, criticalDate, calendars } = start
  const winBy = start.winBy ?? proposedWinDay(template, { liveBy: criticalDate, calendars })
  const milestones = layOutTemplate(template, { ...start, leadId: '' })
  const ofValue = new Set(
    milestones.filter(({ stage }) => stage === 'Value').flatMap(({ tasks }) => tasks.map(({ key }) => key)),
  )
  const result = schedule({
    startOn: today,
    finishBy: winBy,
    today,
    calendars,
    tasks: tasksToSchedule(milestones.flatMap(({ tasks }) => tasks)).map((task) => ({
      ...task,
      notAfter: ofValue.has(task.id) ? null : criticalDate,
    })),
  })
  if (!result.ok) return null
  const dates = new Map(result.answer.tasks.map((task) => [task.id, task]))
  return milestones.flatMap(({ title, stage, tasks }) => {
    const dated = tasks.flatMap(({ key, title, side, owner }): PreviewTask[] => {
      const at = dates.get(key)
      if (!at) return []
      return [
        {
          title,
          side,
          owner: owner.placeholder ?? null,
          from: at.earlyStart,
          to: at.earlyFinish,
          dueOn: at.lateFinish,
        },
      ]
    })
    const [last] = dated.map(({ dueOn }) => dueOn).sort((a, b) => (a < b ? 1 : -1))
    return last ? [{ title, stage, dueOn: last, tasks: dated }] : []
  })
}
