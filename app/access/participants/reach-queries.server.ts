import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { BlockReason } from '#app/outbox/goes-all-the-same.ts'
import { type PersonReach, invitationState } from './invitation-state.ts'

/** Whether each participant of a plan was reached, by id; the days follow once a time zone is given. */
export async function listReach(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<(timeZone: string) => Map<string, PersonReach>> {
  const rows = await trx
    .selectFrom('planParticipant as seat')
    .innerJoin('participant', (join) =>
      join.onRef('participant.workspaceId', '=', 'seat.workspaceId').onRef('participant.id', '=', 'seat.participantId'),
    )
    .leftJoin('planVisit', (join) =>
      join
        .onRef('planVisit.workspaceId', '=', 'seat.workspaceId')
        .onRef('planVisit.planId', '=', 'seat.planId')
        .onRef('planVisit.readerId', '=', 'seat.participantId'),
    )
    .leftJoin('blockedAddress', (join) =>
      join
        .onRef('blockedAddress.workspaceId', '=', 'seat.workspaceId')
        .onRef('blockedAddress.address', '=', 'participant.email'),
    )
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('notice')
          .select(['notice.state', 'notice.createdAt', 'notice.sentAt', 'notice.deliveredAt'])
          .where('notice.workspaceId', '=', workspaceId)
          .whereRef('notice.planId', '=', 'seat.planId')
          .whereRef('notice.participantId', '=', 'seat.participantId')
          .where('notice.kind', '=', 'invitation')
          .orderBy('notice.createdAt', 'desc')
          .limit(1)
          .as('invitation'),
      (join) => join.onTrue(),
    )
    .select(['seat.participantId', 'seat.joinedAt', 'planVisit.seenAt', 'blockedAddress.reason'])
    .select(['invitation.state', 'invitation.createdAt', 'invitation.sentAt', 'invitation.deliveredAt'])
    .where('seat.workspaceId', '=', workspaceId)
    .where('seat.planId', '=', planId)
    .where('seat.removedAt', 'is', null)
    .$narrowType<{ reason: BlockReason | null }>()
    .execute()
  return (timeZone) => {
    const on = (at: Date | null) => at && todayIn(timeZone, at)
    return new Map(
      rows.map(({ participantId, joinedAt, seenAt, reason, state, createdAt, sentAt, deliveredAt }) => {
        const came = state === null ? null : invitationState(state, deliveredAt)
        const day = on(deliveredAt ?? sentAt ?? createdAt)
        return [
          participantId,
          {
            blocked: reason,
            invitation: came && day ? { state: came, on: day } : null,
            openedOn: on(joinedAt),
            seenOn: on(seenAt),
          },
        ]
      }),
    )
  }
}
