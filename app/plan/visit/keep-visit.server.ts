import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Visit } from './visit.ts'

type Place = { workspaceId: string; planId: string; readerId: string }

/**
 * Writes what a person has seen of a plan. Two pages of one person write in any order, each from what it read before: what was seen once
 * stays seen.
 */
export const keepVisit = (trx: WorkspaceTransaction, place: Place, visit: Visit): Promise<unknown> =>
  trx
    .insertInto('planVisit')
    .values({ ...place, ...visit })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'planId', 'readerId']).doUpdateSet({
        sinceNumber: sql`greatest(plan_visit.since_number, excluded.since_number)`,
        sinceAt: sql`case when excluded.since_number < plan_visit.since_number then plan_visit.since_at
          else greatest(plan_visit.since_at, excluded.since_at) end`,
        seenNumber: sql`greatest(plan_visit.seen_number, excluded.seen_number)`,
        seenAt: sql`greatest(plan_visit.seen_at, excluded.seen_at)`,
      }),
    )
    .execute()
