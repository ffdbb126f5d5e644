import type { TaskStatus } from '#app/plan/core/task-status.ts'
import { statusOf } from '#app/plan/core/task-status.ts'
import type { Side } from '#app/schedule/model.ts'
import type { ImportField } from './import-fields.ts'
import type { ReadTable } from './read-table.server.ts'

export type ShownRow = {
  row: number
  title: string
  milestone: string | null
  owner: string | null
  isMember: boolean
  side: Side
  durationDays: number
  due: string | null
  status: TaskStatus
  doneOn: string | null
  /** The rows that it depends on. */
  dependsOn: string
  faults: string[]
}

/** What the page shows of a table that was read. */
export type ShownTable = Pick<
  ReadTable,
  | 'cells'
  | 'separator'
  | 'readAs'
  | 'headerRow'
  | 'headerChoices'
  | 'dayOrder'
  | 'unclearDay'
  | 'side'
  | 'leftOut'
  | 'rounded'
  | 'faults'
> & {
  kind: 'table'
  columns: { name: string; sample: string; field: ImportField | null }[]
  rows: ShownRow[]
  account: string
  project: string
  criticalDate: string
}

type Typed = { account: string; project: string; criticalDate: string }

export const shownTable = (table: ReadTable, typed: Typed): ShownTable => {
  const { names, samples, columns, rows, ...kept } = table
  return {
    kind: 'table',
    ...kept,
    ...typed,
    columns: columns.map((field, at) => ({ field, name: names[at] ?? '', sample: samples[at] ?? '' })),
    rows: rows.map(({ row, task, dependsOn, faults }) => ({
      row,
      title: task.title,
      milestone: task.milestone,
      owner: task.owner,
      isMember: task.isMember,
      side: task.side,
      durationDays: task.durationDays,
      due: task.notAfter,
      status: statusOf(task),
      doneOn: task.doneOn,
      dependsOn: dependsOn.map(({ to }) => rows[to]?.row ?? '').join(', '),
      faults,
    })),
  }
}
