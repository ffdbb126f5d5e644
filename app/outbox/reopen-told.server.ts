import type { WorkspaceTransaction } from '#db/workspace.ts'

/** What the email of a day would have told waits for the next one: it could not leave. */
export async function reopenTold(
  trx: WorkspaceTransaction,
  { workspaceId, noticeId }: { workspaceId: string; noticeId: string },
): Promise<void> {
  await trx
    .updateTable('notice')
    .set({ state: 'waiting', sentAt: null, toldIn: null })
    .where('workspaceId', '=', workspaceId)
    .where('toldIn', '=', noticeId)
    .execute()
}
