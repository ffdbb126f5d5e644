import { planLinks } from '#app/kit/paths.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { todayIn as dayIn } from '#app/kit/clock.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { answerOf } from '../model.ts'
import { referenceRefusals } from '../reference-words.ts'
import { getWinFacts } from '../win-facts.server.ts'
import { mayAsk } from './board-state.ts'
import { boardRefusals } from './board-words.ts'

/**
 * Marketing asks the champion whether they would be a reference, in the daily email, and not again until they have answered.
 * @throws Refusal 409 before the win is confirmed, after a *No*, where they were asked already, and where no champion is left
 */
export const askForReference = defineCommand({
  name: 'ask-for-reference',
  scope: 'plan',
  input: noInput,
  async run(context) {
    const { trx, workspaceId, row, actor, now, todayIn, record, notify } = context
    if (actor.kind !== 'member') throw notFound()
    const planId = row.id
    const reference = await trx
      .selectFrom('reference')
      .select(['state', 'limits', 'covers', 'askedAt', 'answeredAt'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst()
    if (row.state !== 'won' || !reference) throw new Refusal(409, referenceRefusals.notConfirmed)
    const today = todayIn(row.timeZone)
    const dayOf = (at: Date | null) => at && dayIn(row.timeZone, at)
    const answer = answerOf({ ...reference, winVersion: row.winVersion }, today)
    const asked = { answer, askedOn: dayOf(reference.askedAt), answeredOn: dayOf(reference.answeredAt) }
    if (!mayAsk(asked, today)) throw new Refusal(409, boardRefusals.notAgain[answer])
    const champion = await otherSideOf(context, 'vendor')
    if (!champion) throw new Refusal(409, boardRefusals.noChampion)
    await trx
      .updateTable('reference')
      .set({ askedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    await record({ event: 'reference asked for', subjectId: planId, subject: row.project, changes: {} })
    const { workspace, account, project, statement } = await getWinFacts(trx, workspaceId, planId)
    await notify({
      kind: 'reference-asked',
      facts: { workspace, account, project, statement, name: champion.name, by: actor.name },
      to: champion.to,
      planId,
      link: { kind: 'return', planId, next: planLinks(planId).reference },
    })
    return { asked: champion.name }
  },
})
