import type { WorkspaceReading } from '#db/reading.ts'

type Asked = { workspaceId: string; planId: string; participantId: string | null }

/** A person as the plan knows them, also one who has left it. */
export async function findPlanPerson(
  trx: WorkspaceReading,
  { workspaceId, planId, participantId }: Asked,
): Promise<{ id: string; name: string; email: string; isOnPlan: boolean; hasLeft: boolean } | undefined> {
  if (participantId === null) return undefined
  const found = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select(['planParticipant.name', 'participant.email', 'planParticipant.removedAt', 'planParticipant.acceptedAt'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', participantId)
    .executeTakeFirst()
  if (!found) return undefined
  const { name, email, removedAt, acceptedAt } = found
  return { id: participantId, name, email, isOnPlan: !removedAt && acceptedAt !== null, hasLeft: removedAt !== null }
}
