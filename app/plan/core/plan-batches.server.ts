import { sql } from 'kysely'
import { bounds } from '#app/kit/limits.ts'
import type { Reads } from '#app/kit/reads.server.ts'

/** Plans read and computed at once, with no more tasks in all than one plan may have. */
const plansAtOnce = 50

/**
 * Splits plans into groups that can be read from the database, and sent to a thread, without holding up the event loop. One query;
 * the order stays.
 */
export async function planBatches(reads: Reads, workspaceId: string, planIds: readonly string[]): Promise<string[][]> {
  if (planIds.length === 0) return []
  const counted = await reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('task')
      .select(['planId', ({ fn }) => fn.countAll<number>().as('tasks')])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', sql<string>`any(${planIds}::uuid[])`)
      .groupBy('planId')
      .execute(),
  )
  const sizes = new Map(counted.map(({ planId, tasks }) => [planId, tasks]))
  const groups: string[][] = []
  let room = 0
  for (const id of planIds) {
    const size = sizes.get(id) ?? 0
    const last = groups.at(-1)
    if (last && size <= room && last.length < plansAtOnce) last.push(id)
    else {
      groups.push([id])
      room = bounds.tasks
    }
    room -= size
  }
  return groups
}
