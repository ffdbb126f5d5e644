import type { WorkspaceReading } from '#db/reading.ts'

type Asked = { workspaceId: string; planId: string; participantId: string | null }

/** A person as the plan knows them, also one who has left it. */
export async function findPlanPerson(
  trx: WorkspaceReading,
  { workspaceId, planId, participantId }: Asked,
): Promise<{ name: string; email: string; isOnPlan: boolean } | undefined> {
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
  return found && { name: found.name, email: found.email, isOnPlan: !found.removedAt && found.acceptedAt !== null }
}
