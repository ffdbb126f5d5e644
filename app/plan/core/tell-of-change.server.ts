import type { CommandContext } from '#app/runner/command.ts'
import { listLeaders } from './list-leaders.server.ts'

export type ChangeContext = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'notify'>

/**
 * Tells the champion and the lead, with their email of the day, that what both agreed to has changed, so that each may agree again. What
 * changed is looked up when that email is written: changes of one day are told at once, and those that were taken back not at all.
 */
export async function tellOfChange(context: ChangeContext): Promise<void> {
  const { trx, workspaceId, row, notify } = context
  if (row.state !== 'agreed' && row.state !== 'under way') return
  const binding = await trx
    .selectFrom('baseline')
    .select('number')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('termsVersion', '>=', row.agreementsFrom)
    .limit(1)
    .executeTakeFirst()
  if (!binding) return
  const waiting = await trx
    .selectFrom('notice')
    .select(['memberId', 'participantId'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('kind', '=', 'terms-changed')
    .where('state', '=', 'waiting')
    // An email that is being written closes these and has not seen this change: wait for it, and then mention this one.
    .orderBy('createdAt')
    .orderBy('id')
    .forUpdate()
    .execute()
  const isTold = (id: string | undefined) => waiting.some((it) => (it.memberId ?? it.participantId) === id)
  for (const { to, link } of await listLeaders(context))
    if (!isTold(to.memberId ?? to.participantId))
      await notify({ kind: 'terms-changed', facts: {}, to, planId: row.id, link })
}
