import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { ActivityScope } from './activity-log.server.ts'

/** Begins the activity of something new, without an event. */
export const beginActivity = (trx: WorkspaceTransaction, where: ActivityScope) =>
  trx
    .insertInto('activityCounter')
    .values({ ...where, lastNumber: 0 })
    .execute()

/** Up to which change of a plan something was computed. */
export type SummarizedPlan = { planId: string; number: number }

/**
 * Notes up to which change plans were summarized. A plan that someone is changing is passed over: it will have a later change, and no
 * one waits for them.
 */
export async function noteSummarized(
  trx: WorkspaceTransaction,
  workspaceId: string,
  plans: readonly SummarizedPlan[],
): Promise<void> {
  const planIds = plans.map(({ planId }) => planId)
  const numbers = plans.map(({ number }) => number)
  await sql`
    with free as (
      select scope_id from activity_counter
      where workspace_id = ${workspaceId} and scope = 'plan' and scope_id = any(${planIds}::uuid[])
      for no key update skip locked
    )
    update activity_counter set summarized_number = made.number
    from unnest(${planIds}::uuid[], ${numbers}::bigint[]) as made (plan_id, number), free
    where activity_counter.workspace_id = ${workspaceId} and activity_counter.scope = 'plan'
      and activity_counter.scope_id = free.scope_id and free.scope_id = made.plan_id
      and activity_counter.summarized_number < made.number
  `.execute(trx)
}
