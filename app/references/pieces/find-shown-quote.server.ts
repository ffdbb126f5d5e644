import type { WorkspaceReading } from '#db/reading.ts'
import { shownQuote } from './shown-quote.ts'

type Asked = {
  workspaceId: string
  planId: string
  /** The words that were given with the consent, when and by which participant. */
  given: { text: string | null; at: Date | null; by: string | null }
}

/** The quote of a plan that may be shown, with the participant who says it. */
export async function findShownQuote(
  trx: WorkspaceReading,
  { workspaceId, planId, given }: Asked,
): Promise<{ text: string; by: string | null } | null> {
  const found = await trx
    .selectFrom('referencePiece')
    .select(['text', 'answeredAt', 'participantId as by'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', 'quote')
    .where('state', '=', 'approved')
    .executeTakeFirst()
  const approved = found?.answeredAt ? { text: found.text, at: found.answeredAt, by: found.by } : null
  return shownQuote({ given, approved })
}
