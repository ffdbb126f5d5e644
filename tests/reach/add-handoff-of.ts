import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'

type Plan = { workspaceId: string; planId: string; leadId: string; teamId: string }

/** A handoff that was sent back with questions: none waits, so that another one can be offered. @returns its id */
export async function addHandoffOf(
  trx: WorkspaceTransaction,
  { workspaceId, planId, leadId, teamId }: Plan,
  now: Date,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('handoff')
    .values({
      ...{ workspaceId, planId, id, giverId: leadId, receiverId: teamId, offeredBy: leadId, offeredAt: now },
      ...{ note: null, withTasks: true, state: 'sent back', answeredAt: now, questions: 'Who signs at the customer?' },
    })
    .execute()
  return id
}
