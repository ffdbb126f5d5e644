import { sql } from 'kysely'
import { keptQuery } from '#db/kept-query.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { mayEver } from '#app/policy/policy.ts'
import { capabilityStateOf } from './capability-state-of.ts'
import { mismatchesOf } from './mismatches-of.ts'

/** What was sold and waits: open points for the vendor's team, deliveries to accept for the customer. */
export type OpenSold = { points: number; toAccept: number }

/** How much of what was sold on a plan waits for this reader. */
export async function countOpenSold(
  parts: Pick<Parts, 'reads'>,
  { actor: { workspaceId }, standings }: PlanReader,
  planId: string,
): Promise<OpenSold> {
  const [settles, accepts] = [mayEver('promise-capability', standings), mayEver('accept-capability', standings)]
  if (!settles && !accepts) return { points: 0, toAccept: 0 }
  const stored = await parts.reads.in(workspaceId, (trx) => soldOn(trx, { workspaceId, planId }))
  const open = stored.map(({ tasks, ...one }) => mismatchesOf(capabilityStateOf(one, Number(tasks))))
  const isToAccept = (found: readonly string[]) => found.includes('not accepted')
  return {
    // What the customer has to accept is not the vendor's to settle.
    points: settles ? open.filter((found) => found.some((one) => one !== 'not accepted')).length : 0,
    toAccept: accepts ? open.filter(isToAccept).length : 0,
  }
}

const soldOn = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('capability')
      .select(['promisedBy', 'inContract', 'leftOutReason', 'deliveredOn', 'acceptedOn'])
      .select((row) =>
        row
          .selectFrom('task')
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .where('task.workspaceId', '=', workspaceId)
          .where('task.planId', '=', planId)
          .whereRef('task.id', '=', sql<string>`any(capability.task_ids)`)
          .as('tasks'),
      )
      .where('capability.workspaceId', '=', workspaceId)
      .where('capability.planId', '=', planId)
      .where('capability.removedAt', 'is', null),
  { workspaceId: 'a workspace', planId: 'a plan' },
)
