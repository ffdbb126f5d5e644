import type { WorkspaceReading } from '#db/reading.ts'
import { type CoveredWords, coveredWords } from './model.ts'

/** The words that a plan's consent was given for; null where none stands. */
export async function findConsent(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
): Promise<CoveredWords | null> {
  const found = await trx
    .selectFrom('reference')
    .select('covers')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', 'agreed')
    .executeTakeFirst()
  return found ? coveredWords.parse(found.covers) : null
}
