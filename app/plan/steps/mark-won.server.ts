import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { IsoDate } from '#app/schedule/model.ts'

/** The first win is confirmed: the plan is won on this day, whatever steps are open. The caller records the event. */
export async function markWon(
  trx: WorkspaceTransaction,
  { workspaceId, planId, wonOn }: { workspaceId: string; planId: string; wonOn: IsoDate },
): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ state: 'won', wonOn })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .execute()
}
