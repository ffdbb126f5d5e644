import { recallUntried } from '#app/outbox/outbox.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { ViewerSide } from '../core/viewer-side.ts'

type Closing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'now'>

/**
 * Closes a side's request for a change: it agreed, withdrew it, or asks for something else. Neither the request nor its answer
 * goes into a daily email that is still to be written.
 */
export async function closeObjections({ trx, workspaceId, row, now }: Closing, side: ViewerSide): Promise<void> {
  await trx
    .updateTable('objection')
    .set({ closedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('side', '=', side)
    .where('closedAt', 'is', null)
    .execute()
  const which = { workspaceId, planId: row.id }
  const other = side === 'vendor' ? 'customer' : 'vendor'
  await recallUntried(trx, { ...which, kinds: ['plan-objected'], reader: other })
  await recallUntried(trx, { ...which, kinds: ['objection-answered'], reader: side })
}
