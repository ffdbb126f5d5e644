import type { WorkspaceReading } from '#db/reading.ts'
import { paths } from '#app/kit/paths.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'

export type WinRecipient = { name: string } & Pick<NewNotice, 'to' | 'link'>
type Which = { workspaceId: string; planId: string; except: string | null }

/**
 * Everyone who works on a plan: lead and team, and the participants.
 * @param except the participant who does it, who is not told about what they just did
 */
export async function listWinRecipients(
  trx: WorkspaceReading,
  { workspaceId, planId, except }: Which,
): Promise<WinRecipient[]> {
  const members = await trx
    .selectFrom('member')
    .select(['id', 'name', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(({ or, eb, selectFrom }) => {
      const inTeam = selectFrom('planTeam')
        .select('memberId')
        .where('planTeam.workspaceId', '=', workspaceId)
        .where('planTeam.planId', '=', planId)
      const lead = selectFrom('plan')
        .select('leadId')
        .where('plan.workspaceId', '=', workspaceId)
        .where('plan.id', '=', planId)
      return or([eb('id', 'in', inTeam), eb('id', 'in', lead)])
    })
    .orderBy('email')
    .execute()
  const participants = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['participant.id', 'planParticipant.name', 'participant.email'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
    .$if(except !== null, (query) => query.where('participant.id', '<>', except))
    .orderBy('participant.email')
    .execute()
  return [
    ...members.map(({ id, name, email }) => ({
      name,
      to: { memberId: id, address: email },
      link: { path: paths.plan(planId) },
    })),
    ...participants.map(({ id, name, email }) => ({
      name,
      to: { participantId: id, address: email },
      link: { kind: 'return' as const, planId },
    })),
  ]
}
