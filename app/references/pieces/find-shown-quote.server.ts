import type { WorkspaceReading } from '#db/reading.ts'
import { shownQuote } from './shown-quote.ts'

type Asked = { workspaceId: string; planId: string; given: { text: string | null; at: Date | null } }

/** The quote of a plan that may be shown. @param asked with the words that were given with the consent, and when */
export async function findShownQuote(
  trx: WorkspaceReading,
  { workspaceId, planId, given }: Asked,
): Promise<string | null> {
  const found = await trx
    .selectFrom('referencePiece')
    .select(['text', 'answeredAt'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', 'quote')
    .where('state', '=', 'approved')
    .executeTakeFirst()
  const approved = found?.answeredAt ? { text: found.text, at: found.answeredAt, by: null } : null
  return shownQuote({ given: { ...given, by: null }, approved })?.text ?? null
}
