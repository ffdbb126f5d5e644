import { markWon } from '#app/plan/steps/mark-won.server.ts'
import { listMarketing, toReferences } from '#app/references/marketing.server.ts'
import { openReference } from '#app/references/steps/open-reference.server.ts'
import { getWinFacts, winFactsOf } from '#app/references/win-facts.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { measuredInput } from '../model.ts'
import { listToldOfWin } from '../told-of-win.server.ts'
import { refuseWorse } from '../refuse-worse.ts'

/**
 * The customer says that the first win happened, whatever tasks are open. The plan is won, its reference begins as not asked, and
 * who has the marketing role at this moment is alerted once: the plan's locked row lets only one confirmation through.
 * @throws Refusal 409 when it is confirmed already, 422 to ask once more about a value worse than the baseline
 */
export const confirmFirstWin = defineCommand({
  name: 'confirm-first-win',
  scope: 'plan',
  input: measuredInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record, notify }) {
    if (actor.kind !== 'participant') throw notFound()
    if (row.state === 'won') throw new Refusal(409, 'The first win is confirmed already.')
    refuseWorse(row, input)
    const planId = row.id
    const wonOn = todayIn(row.timeZone)
    await trx
      .insertInto('winResult')
      .values({
        workspaceId,
        planId,
        measured: input.measuredValue,
        confirmedOn: wonOn,
        confirmedAt: now,
        participantId: actor.id,
      })
      .execute()
    await markWon(trx, { workspaceId, planId, wonOn })
    await openReference(trx, workspaceId, planId)
    await record({
      event: 'first win confirmed',
      subjectId: planId,
      subject: row.winStatement,
      changes: {
        measuredValue: { before: null, after: input.measuredValue },
        state: { before: row.state, after: 'won' },
      },
    })

    const win = await getWinFacts(trx, workspaceId, planId)
    const { workspace, announcedTo } = win
    const facts = { ...winFactsOf(win), workspace }
    for (const to of await listMarketing(trx, workspaceId))
      await notify({ kind: 'reference-ready', facts, to, planId, link: toReferences })
    for (const { name, to, link } of await listToldOfWin(trx, { workspaceId, planId, except: actor.id }))
      await notify({ kind: 'win-confirmed', facts: { ...facts, name, announcedTo }, to, planId, link })
    return { wonOn }
  },
})
