import { sql } from 'kysely'
import { noteJobTitle } from '#app/access/participants/find-participant.server.ts'
import { changeSeat, listSeats } from '#app/access/participants/seats.server.ts'
import { forgetShared } from '#app/outbox/forget-shared.server.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import { isSituationConfirmed, oneSituationInput } from '../model.ts'
import { getStoredSituation, situationSubject, wasShared } from './stored-situation.server.ts'
import { listOtherSituations } from './list-other-situations.server.ts'

/**
 * The person takes back what was noted of them: it is deleted, and so are its words in the activity, in emails that are kept, and their job title
 * where it came from it. The person stays a key person of the plan, now without a situation. The lead is told.
 * @throws Refusal 404 for everyone else, and while it was never shared
 */
export const withdrawSituation = defineCommand({
  name: 'withdraw-situation',
  scope: 'plan',
  input: oneSituationInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, notify } = context
    const situation = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
    if (actor.kind !== 'participant' || situation.participantId !== actor.id || !wasShared(situation)) throw notFound()
    const of = { workspaceId, planId: row.id, participantId: actor.id }
    await trx.deleteFrom('situation').where('workspaceId', '=', workspaceId).where('id', '=', situation.id).execute()
    await sql`select operations.forget_situation(${row.id}::uuid, ${situation.id}::uuid)`.execute(trx)
    const others = await listOtherSituations(trx, of)
    await forgetShared(trx, {
      ...of,
      hasOther: others.some(({ planId, state }) => planId === row.id && state === 'shared'),
    })
    if (isSituationConfirmed(situation.state)) {
      const confirmed = others.find(
        ({ accountId, state }) => accountId === row.accountId && isSituationConfirmed(state),
      )
      await noteJobTitle(trx, { ...of, accountId: row.accountId }, confirmed?.jobTitle ?? null)
    }
    // Who has left the plan is no key person of it.
    const seat = (await listSeats(trx, workspaceId, row.id)).find(({ participantId }) => participantId === actor.id)
    const isMarked = seat !== undefined && seat.role !== 'champion' && !seat.isKey
    if (isMarked) await changeSeat(trx, of, { isKey: true })
    await record({
      event: 'situation withdrawn',
      ...situationSubject(situation),
      changes: isMarked ? { isKey: { before: false, after: true } } : {},
    })
    const lead = await otherSideOf(context, 'customer')
    if (lead)
      await notify({
        kind: 'situation-withdrawn',
        facts: { by: actor.name },
        to: lead.to,
        planId: row.id,
        link: lead.link,
      })
    return { situationId: situation.id }
  },
})
