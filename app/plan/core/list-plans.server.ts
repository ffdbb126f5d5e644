import { compareDates } from '#app/schedule/dates.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { makeMemory } from '#app/kit/memory.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { splitBySize } from './plan-batches.server.ts'
import { loadPlans } from './plan-rows.server.ts'
import { type PlanSummary, summarizePlans } from './plan-summary.ts'
import type { PlanState } from './stages.ts'

/** One plan at a glance, for a member. */
export type ListedPlan = PlanSummary & {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  lead: string
}

type Asked = Pick<Parts, 'reads' | 'clock' | 'computations'>

/** Summaries are small: these take some ten megabytes. */
const recall = makeMemory<PlanSummary | null>(20_000)

/**
 * All plans of the workspace, the most urgent first, closed ones last. How a plan stands is kept by its latest change and the day;
 * what is not known yet is read some plans at a time and computed beside the event loop.
 * @throws Overloaded when too much is computed already
 */
export async function listPlanRows(parts: Asked, { workspaceId }: { workspaceId: string }): Promise<ListedPlan[]> {
  const now = parts.clock.now()
  const plans = await parts.reads.in(workspaceId, (trx) => listHeads(trx, workspaceId))
  const missing = new Map<string, Missing>()
  const summaries = plans.map(({ id, number, timeZone, account, workspace }) => {
    const today = todayIn(timeZone, now)
    // Private tasks are named after their company.
    return recall(JSON.stringify([id, number, today, account, workspace]), () => {
      const answer = Promise.withResolvers<PlanSummary | null>()
      missing.set(id, { today, ...answer })
      return answer.promise
    })
  })
  await summarize(parts, workspaceId, missing)
  // Others may be computing what is asked for.
  await parts.reads.end()
  const found = await Promise.all(summaries)
  return plans
    .flatMap(({ id, account, project, state, archivedAt, lead }, at): ListedPlan[] => {
      const summary = found[at]
      return summary ? [{ ...summary, id, account, project, state, archived: archivedAt !== null, lead }] : []
    })
    .sort((a, b) => a.rank - b.rank || compareDates(a.goalOn, b.goalOn))
}

/** A plan whose summary is being loaded, shared by all who ask for it at that time. */
type Missing = { today: IsoDate } & Pick<PromiseWithResolvers<PlanSummary | null>, 'resolve' | 'reject'>

async function summarize({ reads, computations }: Asked, workspaceId: string, missing: ReadonlyMap<string, Missing>) {
  try {
    for (const planIds of await splitBySize(reads, workspaceId, [...missing.keys()])) {
      const loaded = await reads.in(workspaceId, (trx) => loadPlans(trx, workspaceId, planIds))
      const plans = loaded.flatMap((rows) => {
        const today = missing.get(rows.plan.id)?.today
        return today ? [{ rows, today }] : []
      })
      await reads.end()
      const summaries = await computations.run('people', summarizePlans, plans)
      for (const [at, summary] of summaries.entries()) missing.get(plans[at]?.rows.plan.id ?? '')?.resolve(summary)
    }
    // A plan that was deleted meanwhile; the others have their answer.
    for (const { resolve } of missing.values()) resolve(null)
  } catch (error) {
    for (const { reject } of missing.values()) reject(error)
  }
}

const listHeads = async (trx: WorkspaceReading, workspaceId: string) => {
  const rows = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .leftJoin('activityCounter', (join) =>
      join
        .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
        .on('activityCounter.scope', '=', 'plan')
        .onRef('activityCounter.scopeId', '=', 'plan.id'),
    )
    .select([
      'plan.id',
      'plan.project',
      'plan.state',
      'plan.archivedAt',
      'plan.timeZone',
      'account.name as account',
      'workspace.name as workspace',
      'member.name as lead',
      'activityCounter.lastNumber as number',
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .orderBy('plan.createdAt')
    .orderBy('plan.id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as PlanState }))
}

/** The plans whose team a member is on; the lead always is. */
export async function listTeamPlanIds(
  parts: Pick<Parts, 'reads'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<Set<string>> {
  const rows = await parts.reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('planTeam')
      .select('planId')
      .where('workspaceId', '=', workspaceId)
      .where('memberId', '=', id)
      .execute(),
  )
  return new Set(rows.map(({ planId }) => planId))
}
