import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'
import { type EmailReader, readEmailChoicesToken } from '#app/outbox/email-choices-token.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { type EmailChoices, findEmailChoices } from './find-email-choices.server.ts'
import { emailChoicesWords } from './email-choices-words.ts'

type LinkHolder = Extract<Actor, { kind: 'link' }>

type Found = { actor: LinkHolder; workspace: string; zone: string }

/**
 * Whose emails an address is about, with the time zone of their side.
 * @throws Refusal 404 for an address that was changed, and for someone who is gone; the log says so
 */
export async function requireEmailReader(
  { environment, reads, log }: Pick<Parts, 'environment' | 'reads' | 'log'>,
  token = '',
): Promise<Found> {
  const reader = readEmailChoicesToken(environment, token)
  const person = reader && (await reads.in(reader.workspaceId, (trx) => findPerson(trx, reader)))
  if (!person) {
    log.warn('an address of someone’s emails was refused')
    throw new Refusal(404, emailChoicesWords.unknown)
  }
  const { name, workspace, zone } = person
  return { actor: { kind: 'link', workspaceId: reader.workspaceId, id: reader.readerId, name }, workspace, zone }
}

/** Someone who may still get emails, with the time zone of their side; none where they were removed or erased. */
async function findPerson(trx: WorkspaceReading, { workspaceId, readerId }: EmailReader) {
  const member = await trx
    .selectFrom('member')
    .innerJoin('workspace', 'workspace.workspaceId', 'member.workspaceId')
    .select(['member.name', 'workspace.name as workspace', 'workspace.timeZone as zone'])
    .where('member.workspaceId', '=', workspaceId)
    .where('member.id', '=', readerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (member) return member
  return trx
    .selectFrom('participant')
    .innerJoin('workspace', 'workspace.workspaceId', 'participant.workspaceId')
    .select(['participant.name', 'workspace.name as workspace'])
    .select((row) =>
      row.fn
        .coalesce(
          row
            .selectFrom('planParticipant')
            .innerJoin('plan', (join) =>
              join
                .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
                .onRef('plan.id', '=', 'planParticipant.planId'),
            )
            .select('plan.timeZone')
            .where('planParticipant.workspaceId', '=', workspaceId)
            .where('planParticipant.participantId', '=', readerId)
            .where('removedAt', 'is', null)
            .where('plan.archivedAt', 'is', null)
            .orderBy('invitedAt', 'desc')
            .limit(1),
          'workspace.timeZone',
        )
        .as('zone'),
    )
    .where('participant.workspaceId', '=', workspaceId)
    .where('participant.id', '=', readerId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst()
}

/** What a person chose. */
export const getEmailChoices = (
  { reads }: Pick<Parts, 'reads'>,
  { workspaceId, id }: LinkHolder,
): Promise<EmailChoices> => reads.in(workspaceId, (trx) => findEmailChoices(trx, { workspaceId, readerId: id }))
