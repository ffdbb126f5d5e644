import type { Updateable } from 'kysely'
import type { Capability } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Writes columns of one capability. */
export async function changeCapability(
  { trx, workspaceId }: { trx: WorkspaceTransaction; workspaceId: string },
  id: string,
  values: Updateable<Capability>,
): Promise<void> {
  await trx.updateTable('capability').set(values).where('workspaceId', '=', workspaceId).where('id', '=', id).execute()
}
