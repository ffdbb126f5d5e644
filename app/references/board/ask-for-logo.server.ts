import { todayIn as dayIn } from '#app/kit/clock.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { planLinks } from '#app/kit/paths.ts'
import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { getWinFacts } from '../win-facts.server.ts'
import { findBoardRow } from './board-rows.server.ts'
import { boardRefusals } from './board-words.ts'
import { mayAskForLogo } from './board-state.ts'

/**
 * Marketing asks the champion for the picture of a logo that they agreed to: one email, and the next no sooner than a week later.
 * @throws Refusal 409 where no logo is missing, where it was asked for within a week, and where no champion is left
 */
export const askForLogo = defineCommand({
  name: 'ask-for-logo',
  scope: 'plan',
  input: noInput,
  async run(context) {
    const { trx, workspaceId, row, actor, now, todayIn, record, notify } = context
    if (actor.kind !== 'member') throw notFound()
    const planId = row.id
    const found = await findBoardRow(trx, { workspaceId, now }, planId)
    if (!found?.isLogoMissing) throw new Refusal(409, boardRefusals.noLogoMissing)
    const { logoAskedAt } = await trx
      .selectFrom('reference')
      .select('logoAskedAt')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirstOrThrow()
    const askedOn = logoAskedAt && dayIn(row.timeZone, logoAskedAt)
    if (!mayAskForLogo(askedOn, todayIn(row.timeZone))) throw new Refusal(409, boardRefusals.logoAskedLately)
    const champion = await otherSideOf(context, 'vendor')
    if (!champion) throw new Refusal(409, boardRefusals.noChampion)
    await trx
      .updateTable('reference')
      .set({ logoAskedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .execute()
    await record({ event: 'logo asked for', subjectId: planId, subject: row.project, changes: {} })
    const { workspace, account } = await getWinFacts(trx, workspaceId, planId)
    await notify({
      kind: 'logo-asked',
      facts: { workspace, account, name: champion.name, by: actor.name },
      to: champion.to,
      planId,
      link: { kind: 'return', planId, next: planLinks(planId).reference },
    })
    return { asked: champion.name }
  },
})
