import type { CommandContext } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { reachedOn } from './compute-plan.ts'
import type { StoredRows } from './plan-rows.server.ts'
import { promisedNotSoldRefusal } from './promised-not-sold-words.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'record'>

/**
 * A plan is under way from the moment that the point that ends Purchase is reached; it does not go back. Called after every change that
 * can reach it: of what is done, of evidence, or of what belongs to Purchase.
 * @param rows the plan as it is now
 * @throws Refusal 422 while something promised is neither in the contract nor left out of it for a reason
 */
export async function reachPurchase({ trx, workspaceId, record }: Context, rows: StoredRows): Promise<void> {
  const { id, state, project } = rows.plan
  if (state !== 'rough' && state !== 'agreed') return
  const point = rows.milestones.findLast(({ stage }) => stage === 'Purchase')
  if (!point || reachedOn(rows, point.id) === null) return
  const promised = await trx
    .selectFrom('capability')
    .select('need')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', id)
    .where('removedAt', 'is', null)
    .where('promisedBy', 'is not', null)
    .where('inContract', '=', false)
    .where('leftOutReason', 'is', null)
    .orderBy('createdAt')
    .execute()
  if (promised.length > 0) throw new Refusal(422, promisedNotSoldRefusal(promised.map(({ need }) => need)))
  await trx
    .updateTable('plan')
    .set({ state: 'under way' })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await record({
    event: 'plan under way',
    subjectId: id,
    subject: project,
    changes: { state: { before: state, after: 'under way' } },
  })
}
