import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'

/**
 * Takes what a participant said out of the notices that told them what was noted. Those that wait are not sent, unless something else
 * that was noted still waits for the participant's answer.
 */
export async function forgetShared(
  trx: WorkspaceTransaction,
  of: { workspaceId: string; planId: string; participantId: string; hasOther: boolean },
): Promise<void> {
  const ofPerson = trx
    .updateTable('notice')
    .where('workspaceId', '=', of.workspaceId)
    .where('planId', '=', of.planId)
    .where('participantId', '=', of.participantId)
    .where('kind', '=', 'situation-shared')
  await ofPerson.set({ message: null, facts: sql<string>`facts || '{"sentences": []}'` }).execute()
  if (!of.hasOther) await ofPerson.set({ state: 'unwanted' }).where('state', '=', 'waiting').execute()
}
