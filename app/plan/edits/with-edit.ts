import type { IsoDate } from '#app/schedule/model.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { PlanRows, PlanTerms, TaskRow } from '../core/compute-plan.ts'
import type { Edit, TaskEdit } from './edit.ts'
import { lagOf, termsOfLag } from './lag.ts'
import { closedReasonsIn } from './read-edits.ts'

const taskIn = (rows: PlanRows, id: string): TaskRow | undefined => rows.tasks.find((task) => task.id === id)

const calendarOf = (plan: PlanTerms, side: 'vendor' | 'customer') =>
  side === 'vendor' ? plan.vendorCalendar : plan.customerCalendar

const isPeriod = (edit: { from: IsoDate; to: IsoDate }) => (period: StoredCalendar['closed'][number]) =>
  period.from === edit.from && period.to === edit.to

/** What a plan holds where an edit would write; undefined where the plan has no such task. */
export function storedEditValue(rows: PlanRows, edit: Edit): Edit['value'] | undefined {
  switch (edit.field) {
    case 'criticalDate':
    case 'winBy':
      return rows.plan[edit.field]
    case 'closed':
      return closedReasonsIn(
        calendarOf(rows.plan, edit.side)
          .closed.filter(isPeriod(edit))
          .map(({ why }) => why)
          .join('\n'),
      )
    case 'lag': {
      const task = taskIn(rows, edit.task)
      if (!task || !taskIn(rows, edit.after)) return undefined
      const link = task.dependsOn.find((it) => it.task === edit.after)
      return link ? lagOf(link) : null
    }
    default:
      return taskIn(rows, edit.task)?.[edit.field]
  }
}

/** The rows with one edit made; all that it does not touch stays the same objects. */
export function withEdit<Rows extends PlanRows>(rows: Rows, edit: Edit): Rows {
  switch (edit.field) {
    case 'criticalDate':
    case 'winBy':
      return { ...rows, plan: { ...rows.plan, [edit.field]: edit.value } }
    case 'closed': {
      const key = edit.side === 'vendor' ? 'vendorCalendar' : 'customerCalendar'
      return { ...rows, plan: { ...rows.plan, [key]: withClosedPeriod(rows.plan[key], edit) } }
    }
    default:
      return { ...rows, tasks: rows.tasks.map((task) => (task.id === edit.task ? withTaskEdit(task, edit) : task)) }
  }
}

/** A calendar with the period of an edit closed, once for each reason, or open where the edit has none. */
export function withClosedPeriod(calendar: StoredCalendar, edit: Extract<Edit, { field: 'closed' }>): StoredCalendar {
  const others = calendar.closed.filter((period) => !isPeriod(edit)(period))
  const { from, to, value } = edit
  const periods = value === null ? [] : value.split('\n').map((why) => ({ from, to, why }))
  return { ...calendar, closed: [...others, ...periods] }
}

function withTaskEdit(task: TaskRow, edit: TaskEdit): TaskRow {
  if (edit.field !== 'lag') return { ...task, [edit.field]: edit.value }
  const { after, value } = edit
  const others = task.dependsOn.filter((link) => link.task !== after)
  if (value === null) return { ...task, dependsOn: others }
  return { ...task, dependsOn: [...others, { task: after, ...termsOfLag(value) }] }
}
