import { sideOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { otherSideOf } from '../core/list-leaders.server.ts'

type Context = CommandContext<unknown, 'plan'>

/** Tells the other side's champion or lead, with the day's email, that a task was taken off the plan that both see. */
export async function tellOfRemoval(context: Context, { plan }: StoredRows, task: string): Promise<void> {
  const { actor, notify, row } = context
  const reader = await otherSideOf(context, sideOf(actor))
  if (!reader) return
  const { name, to, link } = reader
  const { workspace, account, project } = plan
  const facts = { workspace, account, project, name, task, by: actor.name }
  await notify({ kind: 'task-removed', facts, to, planId: row.id, link })
}
