import type { WorkspaceTransaction } from '#db/workspace.ts'
import { endParticipantAccess } from './end-plan-access.server.ts'
import { changeSeat } from './seats.server.ts'

/** Takes a person off a plan: open steps wait for somebody to be named, links, sessions and live connections end. */
export async function unseat(
  trx: WorkspaceTransaction,
  { name, ...seat }: { workspaceId: string; planId: string; participantId: string; name: string },
  now: Date,
): Promise<void> {
  const { workspaceId, planId, participantId } = seat
  await changeSeat(trx, seat, { removedAt: now, mayConfirm: false })
  await trx
    .updateTable('task')
    .set({ ownerParticipantId: null, ownerPlaceholder: `In place of ${name}`.slice(0, 120) })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('ownerParticipantId', '=', participantId)
    .where('doneOn', 'is', null)
    .execute()
  await endParticipantAccess(trx, seat, now)
}
