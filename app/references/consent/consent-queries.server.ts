import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { type CoveredWords, answerOf, readKinds, readLimits } from '../model.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import { referenceRefusals } from '../reference-words.ts'
import { getWinFacts } from '../win-facts.server.ts'
import type { ConsentValues } from './consent-values.ts'

export type ReferenceFormView = {
  workspace: string
  account: string
  project: string
  /** The confirmed first win that the answer is about, with the version of its words. */
  win: Omit<CoveredWords, 'version'>
  winVersion: number
  answer: ReferenceAnswer
  /** What was agreed to before. */
  values: ConsentValues | null
}

/** What the page asks of the champion. @throws Refusal 404 before the win is confirmed */
export async function getReferenceForForm(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { workspaceId }: { workspaceId: string },
  planId: string,
): Promise<ReferenceFormView> {
  return parts.reads.in(workspaceId, async (trx) => {
    const facts = await getWinFacts(trx, workspaceId, planId)
    const { workspace, account, project, winVersion, statement, measure, unit, baseline, target, measured } = facts
    const found = await trx
      .selectFrom('reference')
      .select(['state', 'kinds', 'limits', 'usesPerQuarter', 'covers'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', planId)
      .executeTakeFirst()
    if (!found) throw new Refusal(404, referenceRefusals.notConfirmed)
    const { quoteText, until, note } = readLimits(found.limits)
    const values: ConsentValues = {
      kinds: readKinds(found.kinds),
      callsPerQuarter: found.usesPerQuarter,
      quoteText: quoteText ?? statement,
      until: until ?? '',
      note: note ?? '',
    }
    const win = { statement, measure, unit, baseline, target, measured }
    const answer = answerOf({ ...found, winVersion }, todayIn(facts.timeZone, parts.clock.now()))
    return { workspace, account, project, win, winVersion, answer, values: found.state === 'agreed' ? values : null }
  })
}
