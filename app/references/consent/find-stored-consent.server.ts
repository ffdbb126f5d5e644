import type { WorkspaceReading } from '#db/reading.ts'
import { readLimits } from '../model.ts'
import { findShownQuote } from '../pieces/find-shown-quote.server.ts'

/** What a plan's champion answered, as it is stored, with the quote that is shown of it and who says that. */
export async function findStoredConsent(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
) {
  const found = await trx
    .selectFrom('reference')
    .select(['state', 'kinds', 'limits', 'usesPerQuarter', 'covers', 'answeredAt', 'agreedAt', 'participantId'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .executeTakeFirst()
  if (!found) return undefined
  const old = readLimits(found.limits)
  const given = { text: old.quoteText, at: found.answeredAt, by: found.participantId }
  return { ...found, old, shown: await findShownQuote(trx, { workspaceId, planId, given }) }
}
export type StoredConsent = NonNullable<Awaited<ReturnType<typeof findStoredConsent>>>
