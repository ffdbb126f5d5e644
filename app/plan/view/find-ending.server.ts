import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import type { EndingView } from './plan-view.ts'

type Ended = Pick<StoredPlan, 'state' | 'archivedAt' | 'timeZone'>

/**
 * Who closed or archived a plan, when and why; no query for an active plan. The closing note is private to the vendor. Plans
 * closed before this was stored may name no one.
 */
export async function findEnding(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  { state, archivedAt, timeZone }: Ended,
  sight: Sight,
): Promise<EndingView | null> {
  if (state !== 'lost' && !archivedAt) return null
  const { lostAt, lostBy, lostReason, lostNote, archivedBy } = await trx
    .selectFrom('plan')
    .select(['lostAt', 'lostBy', 'lostReason', 'lostNote', 'archivedBy'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const on = (at: Date | null) => at && todayIn(timeZone, at)
  return {
    lost:
      state === 'lost'
        ? { by: lostBy, on: on(lostAt), reason: lostReason, note: sight === 'vendor' ? lostNote : null }
        : null,
    archived: archivedAt ? { by: archivedBy, on: on(archivedAt) } : null,
  }
}
