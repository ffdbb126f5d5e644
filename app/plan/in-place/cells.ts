import type { FormValues } from '#app/ui/form-reply.ts'
import type { TaskView } from '../view/plan-view.ts'
import type { TaskValues } from '../task/task-values.ts'

/** The parts of a row that are edited where they stand, in their order. */
export const taskCells = ['title', 'side', 'owner', 'dates', 'status'] as const
export type TaskCell = (typeof taskCells)[number]

/** What can have the focus in a row: its title, which leads to its task, and its cells. */
export type RowStop = 'open' | TaskCell

/** Where the focus goes when the field of a cell is left. */
export type WayOut = 'back' | 'next' | 'before' | 'elsewhere'

export type CellStatus = TaskView['status']

/** The fields that a cell holds, as the form of a task calls them; a status has commands of its own. */
const fieldsOf: Record<TaskCell, readonly (keyof TaskValues | 'status')[]> = {
  title: ['title'],
  side: ['side'],
  owner: ['owner'],
  dates: ['durationDays', 'notBefore', 'notAfter'],
  status: ['status'],
}

/** What the fields of a cell post, by their names. */
export type TypedCell = Readonly<Record<string, string>>

/** What stood in a row, and in what was loaded with its choices, when someone began to edit it. */
export const seenInRow = ({ title, side, status }: TaskView, values: TaskValues | undefined): TypedCell => ({
  title,
  side,
  status,
  ...(values && {
    owner: values.owner,
    durationDays: values.durationDays,
    notBefore: values.notBefore,
    notAfter: values.notAfter,
  }),
})

/** Whether anything was typed that did not stand there already; a date that cannot be read counts. */
export const isCellChanged = (cell: TaskCell, typed: TypedCell, seen: TypedCell): boolean =>
  fieldsOf[cell].some((field) => typed[`typed.${field}`] === 'unread' || typed[field] !== seen[field])

type Edited = { cell: TaskCell; taskId: string; today: string; seen: TypedCell; typed: TypedCell }

/** What a cell posts to the page of the plan: its own fields with the values that were seen, so that others keep what is stored. */
export function cellPostOf({ cell, taskId, today, seen, typed }: Edited): FormValues {
  if (cell !== 'status') {
    const before = fieldsOf[cell].map((field) => [`seen.${field}`, seen[field] ?? ''])
    const intent = typed['owner'] === 'invited' ? 'invite-owner' : 'edit-task'
    return { intent, taskId, ...typed, ...Object.fromEntries(before) }
  }
  if (typed['status'] === 'done') return { intent: 'complete-task', taskId }
  return seen['status'] === 'done'
    ? { intent: 'reopen-task', taskId }
    : { intent: 'start-task', taskId, startedOn: today }
}

/** What a task can become from what it is. Taking a check-off back keeps the start; a start is taken back by Undo. */
export function nextStatuses({ status, startedOn }: Pick<TaskView, 'status' | 'startedOn'>): CellStatus[] {
  if (status === 'done') return [startedOn ? 'started' : 'open', 'done']
  return status === 'started' ? ['started', 'done'] : ['open', 'started', 'done']
}
