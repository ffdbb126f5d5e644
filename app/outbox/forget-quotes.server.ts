import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Takes a quote that may no longer be used out of the notices that told marketing of it. Those that wait are not sent. */
export async function forgetQuotes(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<void> {
  const told = trx
    .updateTable('notice')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', 'reference-agreed')
  await told.set({ message: null, facts: sql<string>`facts || '{"quote": null}'` }).execute()
  await told.set({ state: 'unwanted' }).where('state', '=', 'waiting').execute()
}
