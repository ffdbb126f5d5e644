import type { CommandContext } from '#app/runner/command.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import type { Edit, TaskEdit } from '../edits/edit.ts'
import { withClosedPeriod } from '../edits/with-edit.ts'
import { termsOfLag } from '../edits/lag.ts'
import { type SpreadChange, spreadAround, spreadChange, spreadColumns, spreadsOf } from '../core/spreads.server.ts'

type Writing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>
type LagEdit = Extract<Edit, { field: 'lag' }>

/** Spreads that an adjustment changed, by the tasks' ids. */
export type SpreadChanges = ReadonlyMap<string, SpreadChange>

/**
 * Writes the values of edits, whose tasks are on the plan: one statement for the plan, one for each task, two for all links.
 * @returns the spreads that changed with the working days
 */
export async function writeEdits(asked: Writing, rows: StoredRows, edits: readonly Edit[]): Promise<SpreadChanges> {
  if (edits.some((edit) => !('task' in edit))) await writePlan(asked, rows, edits)
  await writeLinks(
    asked,
    edits.filter((edit) => edit.field === 'lag'),
  )
  return writeTasks(
    asked,
    edits.filter((edit) => 'task' in edit),
  )
}

async function writePlan({ trx, workspaceId, row }: Writing, { plan }: StoredRows, edits: readonly Edit[]) {
  const calendars = { vendor: plan.vendorCalendar, customer: plan.customerCalendar }
  for (const edit of edits)
    if (edit.field === 'closed') calendars[edit.side] = withClosedPeriod(calendars[edit.side], edit)
  const dates = Object.fromEntries(
    edits.flatMap((edit) =>
      edit.field === 'criticalDate' || edit.field === 'winBy' ? [[edit.field, edit.value]] : [],
    ),
  )
  await trx
    .updateTable('plan')
    .set({
      ...dates,
      vendorCalendar: JSON.stringify(calendars.vendor),
      customerCalendar: JSON.stringify(calendars.customer),
    })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .execute()
}

async function writeTasks({ trx, workspaceId, row }: Writing, edits: readonly TaskEdit[]): Promise<SpreadChanges> {
  const days = new Map(
    edits.flatMap((edit) => (edit.field === 'durationDays' ? [[edit.task, edit.value] as const] : [])),
  )
  const stored = await spreadsOf(trx, workspaceId, [...days.keys()])
  const changes = new Map<string, SpreadChange>()
  const columns = new Map<string, ReturnType<typeof spreadColumns>>()
  for (const [task, before] of stored) {
    const after = spreadAround(days.get(task) ?? 0, before, false)
    const change = spreadChange(before, after)
    if (change) changes.set(task, change)
    columns.set(task, spreadColumns(after))
  }
  const values = edits.filter((edit) => edit.field !== 'lag')
  for (const task of new Set(values.map((edit) => edit.task))) {
    const own = values.filter((edit) => edit.task === task)
    await trx
      .updateTable('task')
      .set({
        ...Object.fromEntries(own.map(({ field, value }) => [field, value])),
        ...columns.get(task),
      })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', task)
      .execute()
  }
  return changes
}

async function writeLinks({ trx, workspaceId, row }: Writing, edits: readonly LagEdit[]) {
  if (edits.length === 0) return
  await trx
    .deleteFrom('taskLink')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where(({ or, and, eb }) =>
      or(edits.map(({ task, after }) => and([eb('taskId', '=', task), eb('dependsOnId', '=', after)]))),
    )
    .execute()
  const links = edits.flatMap(({ task, after, value }) =>
    value === null ? [] : [{ workspaceId, planId: row.id, taskId: task, dependsOnId: after, ...termsOfLag(value) }],
  )
  if (links.length > 0) await trx.insertInto('taskLink').values(links).execute()
}
