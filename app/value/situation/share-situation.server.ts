import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { heardSentences } from './heard-sentences.ts'
import { oneSituationInput } from '../model.ts'
import { listPlanPeople } from '../plan-people.server.ts'
import { personOfSituation } from './person-of-situation.ts'
import { getStoredSituation, situationSubject, situationValuesOf } from './stored-situation.server.ts'
import { situationRefusals } from './situation-words.ts'

/**
 * Shares a draft with the person whose situation it is; no one else of the customer sees it. A draft noted for someone who was
 * not on the plan then becomes that person's. The person is told in the daily email.
 * @throws Refusal 404 for another plan's situation, 409 when its person is not on the plan
 */
export const shareSituation = defineCommand({
  name: 'share-situation',
  scope: 'plan',
  input: oneSituationInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record, notify }) {
    const situation = await getStoredSituation(trx, workspaceId, row.id, input.situationId)
    const seats = await listPlanPeople(trx, workspaceId, row.id)
    const seat = personOfSituation(situation, seats)
    if (!seat) throw new Refusal(409, situationRefusals.inviteFirst(situation.personName))
    if (situation.state !== 'draft') return { situationId: situation.id }
    await trx
      .updateTable('situation')
      .set({
        state: 'shared',
        sharedAt: now,
        firstSharedAt: situation.firstSharedAt ?? now,
        participantId: seat.id,
        personName: seat.name,
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', situation.id)
      .execute()
    await record({
      event: 'situation shared',
      ...situationSubject(situation),
      changes: {
        state: { before: 'draft', after: 'shared' },
        ...(situation.participantId === seat.id
          ? {}
          : { personName: { before: situation.personName, after: seat.name } }),
      },
    })
    const workspace = await trx
      .selectFrom('workspace')
      .select('name')
      .where('workspaceId', '=', workspaceId)
      .executeTakeFirstOrThrow()
    await notify({
      kind: 'situation-shared',
      facts: {
        workspace: workspace.name,
        project: row.project,
        name: seat.name,
        by: actor.name,
        sentences: heardSentences(situationValuesOf(situation), todayIn(row.timeZone)),
      },
      to: { participantId: seat.id, address: seat.email },
      planId: row.id,
      link: { kind: 'return', planId: row.id },
    })
    return { situationId: situation.id }
  },
})
