import type { IsoDate } from '#app/schedule/model.ts'
import type { Lag } from './lag.ts'

/** One value of a plan that is tried. A what-if is a list of them, one for each name. */
export type Edit =
  | { field: 'durationDays'; task: string; value: number }
  | { field: 'notBefore' | 'notAfter' | 'startedOn'; task: string; value: IsoDate | null }
  /** How a task depends on another; null where it does not. */
  | { field: 'lag'; task: string; after: string; value: Lag | null }
  | { field: 'criticalDate' | 'winBy'; value: IsoDate }
  /** Why a side is closed on these days, a line for each period that has them; null where it works through them. */
  | { field: 'closed'; side: 'vendor' | 'customer'; from: IsoDate; to: IsoDate; value: string | null }

export type TaskEdit = Extract<Edit, { task: string }>

/** The tasks that an edit is about: one, two for a link, none for what belongs to the plan. */
export const tasksOfEdit = (edit: Edit): string[] => [
  ...('task' in edit ? [edit.task] : []),
  ...('after' in edit ? [edit.after] : []),
]

/** What an edit is called in forms, addresses and comparisons: `durationDays.ID`, `lag.ID.OTHER`, `criticalDate`. */
export function editNameOf(edit: Edit): string {
  switch (edit.field) {
    case 'lag':
      return `lag.${edit.task}.${edit.after}`
    case 'criticalDate':
    case 'winBy':
      return edit.field
    case 'closed':
      return `closed.${edit.side}.${edit.from}.${edit.to}`
    default:
      return `${edit.field}.${edit.task}`
  }
}

/** A value as forms carry it; empty for nothing. */
export const editValueText = (value: Edit['value']): string => (value === null ? '' : String(value))

/** The fields of a what-if's forms: the edits by their names. */
export const editFields = (edits: readonly Edit[]): Record<string, string> =>
  Object.fromEntries(edits.map((edit) => [editNameOf(edit), editValueText(edit.value)]))
