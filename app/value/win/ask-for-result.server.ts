import { otherSideOf } from '#app/plan/core/list-leaders.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { addDays } from '#app/schedule/dates.ts'
import { todayIn as dayIn } from '#app/kit/clock.ts'
import { askForResultInput } from '../model.ts'
import { findLastAnswer, keepAnswer } from './keep-answer.server.ts'
import { agreedWin } from './kept-win.server.ts'
import { askingRest } from './asking-rest.ts'
import { winRefusals } from './win-words.ts'

/**
 * The vendor asks the champion whether the first win has happened; only the customer can say so. Asked once, they are left alone for a week.
 * @throws Refusal 409 before the win is defined, once it is confirmed, before a champion has joined, and within a week of the last question
 */
export const askForResult = defineCommand({
  name: 'ask-for-result',
  scope: 'plan',
  input: askForResultInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, todayIn, record, notify } = context
    if (actor.kind !== 'member') throw notFound()
    if (row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    const { statement } = agreedWin(row)
    const planId = row.id
    const champion = await otherSideOf(context, 'vendor')
    if (!champion) throw new Refusal(409, winRefusals.noChampionToAsk)
    const last = await findLastAnswer(trx, { workspaceId, planId })
    const today = todayIn(row.timeZone)
    if (last?.kind === 'asked' && today < addDays(dayIn(row.timeZone, last.at), askingRest))
      throw new Refusal(409, winRefusals.askedLately(last.personName, dayIn(row.timeZone, last.at), today))
    await keepAnswer(context, { kind: 'asked', text: input.note, measureOn: null })
    await record({
      event: 'first win asked for',
      subjectId: planId,
      subject: statement,
      changes: input.note === null ? {} : { note: { before: null, after: input.note } },
    })
    await notify({
      kind: 'win-asked',
      facts: { by: actor.name, note: input.note },
      to: champion.to,
      planId,
      link: champion.link,
    })
    return { asked: champion.name }
  },
})
