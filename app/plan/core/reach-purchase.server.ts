import type { CommandContext } from '#app/runner/command.ts'
import { reachedOn } from './compute-plan.ts'
import type { StoredRows } from './plan-rows.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'record'>

/** A plan is under way from the moment that the point that ends Purchase is reached; it does not go back. */
export async function reachPurchase({ trx, workspaceId, row, record }: Context, rows: StoredRows): Promise<void> {
  if (row.state !== 'rough' && row.state !== 'agreed') return
  const point = rows.milestones.findLast(({ stage }) => stage === 'Purchase')
  if (!point || reachedOn(rows, point.id) === null) return
  await trx
    .updateTable('plan')
    .set({ state: 'under way' })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .execute()
  await record({
    event: 'plan under way',
    subjectId: row.id,
    subject: row.project,
    changes: { state: { before: row.state, after: 'under way' } },
  })
}
