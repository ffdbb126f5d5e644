import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanSigns } from './plan-signs.ts'

/** Signs of life of plans by their ids, as the vendor may read them; days are in each plan's zone. */
export async function listPlanSigns(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
): Promise<Map<string, PlanSigns>> {
  const rows = await trx
    .selectFrom('plan')
    .select((plan) => [
      'plan.id',
      sql<IsoDate | null>`(coalesce(${plan
        .selectFrom('activity')
        .select('activity.at')
        .where('activity.workspaceId', '=', workspaceId)
        .where('activity.scope', '=', 'plan')
        .whereRef('activity.scopeId', '=', 'plan.id')
        .where('activity.actorSide', '=', 'customer')
        .where((it) => it.or([it('activity.visibleTo', 'is', null), it('activity.visibleTo', '=', 'vendor')]))
        .orderBy('activity.number', 'desc')
        .limit(1)}, plan.champion_joined_at) at time zone plan.time_zone)::date`.as('customerOn'),
      sql<IsoDate | null>`(${plan
        .selectFrom('question')
        .select('question.askedAt')
        .where('question.workspaceId', '=', workspaceId)
        .whereRef('question.planId', '=', 'plan.id')
        .where('question.answerId', 'is', null)
        .where('question.closedAt', 'is', null)
        .orderBy('question.askedAt')
        .limit(1)} at time zone plan.time_zone)::date`.as('questionOn'),
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', sql<string>`any(${planIds}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, ...signs }) => [id, signs]))
}
