import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { withoutWithdrawnQuotes } from '#app/references/consent/consent-words.ts'
import { answerOf, readLimits, writeLimits } from '#app/references/model.ts'
import { findShownQuote } from '#app/references/pieces/find-shown-quote.server.ts'
import type { listOwnReferences } from './list-own-references.server.ts'

type References = Awaited<ReturnType<typeof listOwnReferences>>

/** What a participant said about being a reference, for the vendor: without a quote or a case study that may not be used now. */
export async function withoutUnusableTexts(
  trx: WorkspaceReading,
  { workspaceId, now }: { workspaceId: string; now: Date },
  references: References,
) {
  const { consents, consentHistory, approvals } = references
  const planIds = [...new Set([...consents, ...consentHistory, ...approvals].map(({ planId }) => planId))]
  const usable = await listUsable(trx, { workspaceId, now, planIds })
  const quoteOf = (planId: string) => usable.get(planId)?.quote ?? null
  const mayRead = ({ planId, kind, state, text }: References['approvals'][number]) => {
    const { kinds = [], quote } = usable.get(planId) ?? {}
    if (!kinds.includes(kind)) return false
    return state === 'sent' || (state === 'approved' && (kind !== 'quote' || text === quote))
  }
  return {
    ...references,
    consents: consents.map(({ limits, ...consent }) => {
      const { quoteText, ...others } = readLimits(limits)
      const shownQuote = quoteOf(consent.planId)
      const kept = quoteText === shownQuote ? quoteText : null
      return { ...consent, limits: limits && writeLimits({ ...others, quoteText: kept }), shownQuote }
    }),
    consentHistory: consentHistory.flatMap((entry) => withoutWithdrawnQuotes([entry], quoteOf(entry.planId))),
    approvals: approvals.map((it) => (mayRead(it) ? it : { ...it, text: null })),
  }
}

/** What may be used of each plan now: the kinds, and the quote that is shown. */
async function listUsable(
  trx: WorkspaceReading,
  { workspaceId, now, planIds }: { workspaceId: string; now: Date; planIds: string[] },
) {
  const usable = new Map<string, { kinds: readonly string[]; quote: string | null }>()
  if (planIds.length === 0) return usable
  const rows = await trx
    .selectFrom('reference')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'reference.workspaceId').onRef('plan.id', '=', 'reference.planId'),
    )
    .select(['planId', 'reference.state', 'kinds', 'limits', 'covers', 'answeredAt', 'participantId'])
    .select(['timeZone', 'winVersion'])
    .where('reference.workspaceId', '=', workspaceId)
    .where('planId', 'in', planIds)
    .execute()
  for (const { planId, kinds, timeZone, answeredAt, participantId, ...row } of rows) {
    if (answerOf(row, todayIn(timeZone, now)) !== 'agreed') continue
    const given = { text: readLimits(row.limits).quoteText, at: answeredAt, by: participantId }
    const shown = await findShownQuote(trx, { workspaceId, planId, given })
    usable.set(planId, { kinds, quote: kinds.includes('quote') ? (shown?.text ?? null) : null })
  }
  return usable
}
