import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { StoredPlan } from './plan-rows.server.ts'
import type { EndingView } from './view.ts'

const changes = z.record(z.string(), z.object({ after: z.unknown() })).catch({})

type Ended = Pick<StoredPlan, 'state' | 'archivedAt' | 'timeZone'>

/** Who closed or archived a plan, when and why; nothing is asked of the database for a plan that goes on. */
export async function findEnding(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  { state, archivedAt, timeZone }: Ended,
  sight: Sight,
): Promise<EndingView | null> {
  if (state !== 'lost' && !archivedAt) return null
  const events = await trx
    .selectFrom('activity')
    .select(['event', 'actorName', 'at', 'changes'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', planId)
    .where('event', 'in', ['plan lost', 'closing noted', 'plan archived', 'plan reopened'])
    .where((where) => where.or([where('visibleTo', 'is', null), where('visibleTo', '=', sight)]))
    .orderBy('number')
    .execute()
  // What was said of an earlier closing is over once the plan was opened again.
  const current = events.slice(events.findLastIndex(({ event }) => event === 'plan reopened') + 1)
  const last = (event: string) => current.findLast((it) => it.event === event)
  const said = (event: string, field: string) => {
    const value = changes.parse(last(event)?.changes)[field]?.after
    return typeof value === 'string' ? value : null
  }
  const moment = (event: string) => {
    const found = last(event)
    return { by: found?.actorName ?? null, on: found ? todayIn(timeZone, found.at) : null }
  }
  return {
    lost:
      state === 'lost'
        ? { ...moment('plan lost'), reason: said('plan lost', 'reason'), note: said('closing noted', 'note') }
        : null,
    archived: archivedAt ? moment('plan archived') : null,
  }
}
