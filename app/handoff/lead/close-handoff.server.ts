import type { WorkspaceTransaction } from '#db/workspace.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'

type Closed = { state: 'accepted' | 'withdrawn' } | { state: 'sent back'; questions: string }

/** Ends a handoff that waits; its email is not sent any longer. */
export async function closeHandoff(
  { trx, workspaceId, row, now }: { trx: WorkspaceTransaction; workspaceId: string; row: { id: string }; now: Date },
  id: string,
  as: Closed,
): Promise<void> {
  await trx
    .updateTable('handoff')
    .set({ ...as, answeredAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .execute()
  await recallUntried(trx, { workspaceId, planId: row.id, kinds: ['handoff-offered'] })
}
