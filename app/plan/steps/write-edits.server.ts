import type { CommandContext } from '#app/runner/command.ts'
import type { StoredRows } from '#app/plan/plan-rows.server.ts'
import { type Edit, type TaskEdit, withClosed } from '#app/plan/what-if/edits.ts'
import { spreadAround, spreadColumns, spreadOf } from './spreads.server.ts'

type Writing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>

/** Writes the values of edits, whose steps are on the plan. */
export async function writeEdits(asked: Writing, rows: StoredRows, edits: readonly Edit[]): Promise<void> {
  if (edits.some((edit) => !('task' in edit))) await writePlan(asked, rows, edits)
  for (const edit of edits) if ('task' in edit) await writeTask(asked, edit)
}

async function writePlan({ trx, workspaceId, row }: Writing, { plan }: StoredRows, edits: readonly Edit[]) {
  const calendars = { vendor: plan.vendorCalendar, customer: plan.customerCalendar }
  for (const edit of edits) if (edit.field === 'closed') calendars[edit.side] = withClosed(calendars[edit.side], edit)
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

/** A spread follows the days that a bar was dragged to. */
const widenedSpread = async (trx: Writing['trx'], step: { workspaceId: string; taskId: string }, days: number) =>
  spreadColumns(spreadAround(days, await spreadOf(trx, step), false))

async function writeTask({ trx, workspaceId, row }: Writing, edit: TaskEdit) {
  const where = { workspaceId, planId: row.id, taskId: edit.task }
  if (edit.field !== 'lag') {
    const spread = edit.field === 'durationDays' ? await widenedSpread(trx, where, edit.value) : {}
    await trx
      .updateTable('task')
      .set({ [edit.field]: edit.value, ...spread })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', edit.task)
      .execute()
  } else if (edit.value === null) {
    await trx
      .deleteFrom('taskLink')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('taskId', '=', edit.task)
      .where('dependsOnId', '=', edit.after)
      .execute()
  } else {
    const lagDays = edit.value
    await trx
      .insertInto('taskLink')
      .values({ ...where, dependsOnId: edit.after, lagDays })
      .onConflict((conflict) =>
        conflict.columns(['workspaceId', 'planId', 'taskId', 'dependsOnId']).doUpdateSet({ lagDays }),
      )
      .execute()
  }
}
