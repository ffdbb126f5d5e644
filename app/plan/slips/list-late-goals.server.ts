import type { WorkspaceReading } from '#db/reading.ts'
import { type RememberedStanding, rememberedStanding } from './plan-standing.ts'

export type LateGoals = RememberedStanding['late']

/** The late goals of plans, as the last look found them; nothing for a plan that was not looked at. */
export async function listLateGoals(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
): Promise<Map<string, LateGoals>> {
  if (planIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('planLook')
    .select(['planId', 'standing'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', 'in', planIds)
    .execute()
  return new Map(
    rows.flatMap(({ planId, standing }) => {
      const { data } = rememberedStanding.safeParse(standing)
      return data ? [[planId, data.late]] : []
    }),
  )
}
