import type { CommandContext } from '#app/runner/command.ts'
import { endRequests } from './end-requests.server.ts'

/** Where a plan is archived now: its champion can open no page but the consent, so no call can be answered, moved or cancelled by them any longer. */
export async function endArchivedRequests(context: CommandContext<unknown, 'plan'>): Promise<void> {
  const { trx, workspaceId, row, actor } = context
  const { archivedAt } = await trx
    .selectFrom('plan')
    .select('archivedAt')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .executeTakeFirstOrThrow()
  if (archivedAt) await endRequests(context, { planId: row.id, by: actor.name, event: 'archived' })
}
