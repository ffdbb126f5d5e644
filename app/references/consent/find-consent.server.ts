import type { WorkspaceReading } from '#db/reading.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type CoveredWords, coveredWords, hasExpired } from '../model.ts'

/**
 * The words that a plan's consent was given for, with what it covers, also where it is on hold; null where there is none, or its last day has passed.
 * @param today in the plan's time zone
 */
export async function findConsent(
  trx: WorkspaceReading,
  workspaceId: string,
  planId: string,
  today: IsoDate,
): Promise<(CoveredWords & { kinds: readonly string[] }) | null> {
  const found = await trx
    .selectFrom('reference')
    .select(['covers', 'limits', 'kinds'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('state', '=', 'agreed')
    .executeTakeFirst()
  if (!found || hasExpired(found.limits, today)) return null
  return { ...coveredWords.parse(found.covers), kinds: found.kinds }
}
