import type { WorkspaceTransaction } from '#db/workspace.ts'
import { findNewestPlan } from './find-person.server.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'
import { endProposal } from './champion-proposals.server.ts'
import { endSharedLinks } from './end-shared-links.server.ts'
import { dropNotices } from '#app/outbox/outbox.server.ts'
import { revokeLinks } from '#app/outbox/revoke-links.server.ts'
import { endSessions } from '../core/end-sessions.server.ts'

type Where = { workspaceId: string; planId: string }

/** No participant enters this plan any longer, nor who has a link that one of them shared: for a plan that was archived just now. */
export async function endPlanAccess(trx: WorkspaceTransaction, { workspaceId, planId }: Where, now: Date) {
  const seats = await trx
    .selectFrom('planParticipant')
    .select('participantId')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .execute()
  // No one could object while the plan is archived.
  await endProposal(trx, { workspaceId, planId })
  await endSharedLinks(trx, { workspaceId, planId })
  for (const { participantId } of seats) await endParticipantAccess(trx, { workspaceId, planId, participantId }, now)
}

/**
 * Ends a participant's access to a plan that they are no longer on or that is archived: its links, and all links and sessions
 * if they are on no other plan. Unsent emails about the plan are dropped. Live connections end in every process; those who
 * still have access reconnect.
 */
export async function endParticipantAccess(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: Where & { participantId: string },
  now: Date,
): Promise<void> {
  const takesPartElsewhere = await findNewestPlan(trx, workspaceId, participantId)
  await revokeLinks(trx, workspaceId, { participantId, planId: takesPartElsewhere ? planId : undefined }, now)
  await dropNotices(trx, workspaceId, { participantId }, planId)
  if (takesPartElsewhere) await announceLeave(trx, workspaceId, participantId)
  else await endSessions(trx, workspaceId, { participantId }, now)
}
