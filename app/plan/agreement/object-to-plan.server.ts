import { sideOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { closeObjections } from './close-objections.server.ts'
import { objectToPlanInput } from '../model.ts'
import { otherSideOf } from '../core/list-leaders.server.ts'

/** The champion or the lead asks for a change, before or after agreeing. It replaces an earlier request of the same side. */
export const objectToPlan = defineCommand({
  name: 'object-to-plan',
  scope: 'plan',
  input: objectToPlanInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, notify, now } = context
    if (actor.kind !== 'member' && actor.kind !== 'participant') throw new Refusal(403, refusals.peopleOnly)
    const side = sideOf(actor)
    await closeObjections(context, side)
    const objectionId = newId()
    await trx
      .insertInto('objection')
      .values({
        workspaceId,
        id: objectionId,
        planId: row.id,
        side,
        personId: actor.id,
        personName: actor.name,
        reason: input.reason,
        at: now,
      })
      .execute()
    await record({
      event: 'plan objected to',
      subjectId: row.id,
      subject: row.project,
      changes: { reason: { before: null, after: input.reason } },
    })
    const reader = await otherSideOf(context, side)
    if (reader)
      await notify({
        kind: 'plan-objected',
        facts: { by: actor.name, reason: input.reason },
        to: reader.to,
        planId: row.id,
        link: reader.link,
      })
    return { objectionId }
  },
})
