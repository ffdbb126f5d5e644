import type { WorkspaceReading } from '#db/reading.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import type { OwnerView, ViewerSide } from '../core/viewer-side.ts'

type Place = {
  workspaceId: string
  planId: string
  /** Of the task in the email: no one on the other side is told about a private one. */
  privateTo: ViewerSide | null
}

/** Where a person of a task is reached; undefined for no one, a placeholder, who has left, and who may not see the task. */
export async function personAddress(
  trx: WorkspaceReading,
  { workspaceId, planId, privateTo }: Place,
  person: OwnerView | null,
): Promise<NewNotice['to'] | undefined> {
  if (!person?.id || person.kind === 'placeholder') return undefined
  if (privateTo && person.kind === (privateTo === 'vendor' ? 'participant' : 'member')) return undefined
  if (person.kind === 'member') {
    const member = await trx
      .selectFrom('member')
      .select('email')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', person.id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    return member && { memberId: person.id, address: member.email }
  }
  let participants = trx
    .selectFrom('participant')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'participant.workspaceId')
        .onRef('planParticipant.participantId', '=', 'participant.id'),
    )
    .select('participant.email')
    .where('participant.workspaceId', '=', workspaceId)
    .where('participant.id', '=', person.id)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
  if (privateTo) participants = participants.where('planParticipant.acceptedAt', 'is not', null)
  const participant = await participants.executeTakeFirst()
  return participant && { participantId: person.id, address: participant.email }
}
