import { endSharedLinks } from '#app/access/participants/end-shared-links.server.ts'
import { forgetInChampionGone } from '#app/access/participants/champion-gone.server.ts'
import { sealErased } from '#app/access/security-log/seal-erased.server.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { endRequestsToPerson } from '#app/references/library/end-requests-to-person.server.ts'
import { declineReference } from '#app/references/consent/decline-reference.server.ts'
import { answerOf } from '#app/references/model.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { findErasable, whyNotErasableYet } from './find-erasable.server.ts'
import { forgetPerson } from './forget-person.server.ts'
import { type Erasable, erasePersonInput, isErasureConfirmedBy } from './model.ts'
import { erasedName, formerOwnerWords, typeNameWords } from './erasure-words.ts'

type Context = Pick<
  CommandContext<unknown, 'workspace'>,
  'trx' | 'actor' | 'workspaceId' | 'now' | 'todayIn' | 'record' | 'notify'
>

/**
 * Erases a person for good (GDPR, article 17): seats, open tasks, access and emails end, a consent to a reference is taken back, and name and
 * addresses go from every table, the logs included. What was done stays, done by a former participant or member.
 * @throws Refusal 404 for no one, or someone erased already; 422 for a wrong confirmation and where something must be done before
 */
export const erasePerson = defineCommand({
  name: 'erase-person',
  scope: 'workspace',
  input: erasePersonInput,
  async run(context) {
    const { trx, workspaceId, input, now, actor, record } = context
    // So that no one gives the person a task or a seat meanwhile.
    await trx
      .selectFrom('plan')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .orderBy('id')
      .forNoKeyUpdate()
      .execute()
    const person = await findErasable(trx, workspaceId, input.personId)
    if (!person) throw notFound()
    const why = await whyNotErasableYet(trx, workspaceId, person)
    if (why) throw fieldRefusal('confirmation', why)
    if (!isErasureConfirmedBy(person, input.confirmation))
      throw fieldRefusal('confirmation', typeNameWords(person.name, readableAddress(person.email)))

    const left = await leavePlans(context, person)
    // The champion is who could switch the links off.
    for (const { planId } of left.filter(({ role }) => role === 'champion'))
      await endSharedLinks(trx, { workspaceId, planId })
    await forgetPerson(trx, workspaceId, person, now)
    // From here on the rows know no one by that name, so nothing that is written now can hold it.
    const name = erasedName(person)
    for (const { planId, role } of left)
      await record(
        {
          event: 'person erased',
          subjectId: person.id,
          subject: name,
          changes: { role: { before: role, after: null } },
        },
        { scope: 'plan', scopeId: planId },
      )
    await takeBackConsents(context, person)
    if (person.kind === 'participant') await endRequestsToPerson(context, { id: person.id, name })
    await record({ event: 'person erased', subjectId: person.id, subject: name, changes: {} })
    await sealErased(trx, workspaceId, now)
    const detail = { by: actor.name, who: name.toLowerCase() }
    await writeSecurityEvent(trx, workspaceId, { kind: 'person erased', person: { id: person.id, name }, detail }, now)
    return { personId: person.id }
  },
})

/** Seats end, and open tasks wait for someone to be named. @returns the plans that the person was still on */
async function leavePlans({ trx, workspaceId, now }: Context, { kind, id }: Erasable) {
  if (kind === 'member') return []
  const left = await trx
    .updateTable('planParticipant')
    .set({ removedAt: now, mayConfirm: false })
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', id)
    .where('removedAt', 'is', null)
    .returning(['planId', 'role'])
    .execute()
  await trx
    .updateTable('task')
    .set({ ownerParticipantId: null, ownerPlaceholder: formerOwnerWords, promisedOn: null, promisedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('ownerParticipantId', '=', id)
    .where('doneOn', 'is', null)
    .execute()
  await trx
    .deleteFrom('championProposal')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', id)
    .execute()
  for (const { planId } of left) await forgetInChampionGone(trx, { workspaceId, planId, participantId: id })
  return left.sort((a, b) => (a.planId < b.planId ? -1 : 1))
}

/** No one can be asked any longer whether it still holds: what was published stays lawful, nothing new may be. */
async function takeBackConsents(context: Context, person: Erasable) {
  const { trx, workspaceId } = context
  const given = await trx
    .selectFrom('reference')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'reference.workspaceId').onRef('plan.id', '=', 'reference.planId'),
    )
    .select([
      'reference.planId',
      'reference.state',
      'reference.kinds',
      'reference.covers',
      'reference.limits',
      'plan.winVersion',
      'plan.timeZone',
    ])
    .where('reference.workspaceId', '=', workspaceId)
    .where('reference.participantId', '=', person.id)
    .where('reference.state', '=', 'agreed')
    .orderBy('reference.planId')
    .execute()
  for (const { planId, timeZone, ...reference } of given) {
    await declineReference(context, {
      planId,
      reference,
      before: answerOf(reference, context.todayIn(timeZone)),
      participantId: person.id,
      by: erasedName(person),
    })
    // What was written of them is theirs as well.
    await trx.deleteFrom('referencePiece').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
  }
}
