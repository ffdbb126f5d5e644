import { summaryRefreshBounds } from '#app/kit/limits.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ListedPlan, PlanPlace } from './listed-plan.ts'
import { type AskedPlans, type ListReader, findPlansPage, getListFacts } from './listed-plans-queries.server.ts'
import { queueRefresh } from './queue-refresh.server.ts'
import { refreshPlans, refreshSummaries } from './refresh-summaries.server.ts'

export type PlansList = {
  rows: ListedPlan[]
  /** Where the page before and the next one begin; null where there are none. */
  previous: PlanPlace | null
  next: PlanPlace | null
  /** Whether there are plans without the filter, archived ones only where those are asked for. */
  hasAny: boolean
  hasArchived: boolean
  /** Plans whose status is not computed yet: counted up to a bound. */
  outdated: number
  /** The day in the workspace's zone. */
  today: IsoDate
}

type Needs = Pick<Parts, 'reads' | 'db' | 'boss' | 'clock' | 'computations'>

/**
 * A page of the plans that a member asked for, the most urgent first, closed ones last. It is read from what is stored of each plan; what
 * is not current is computed first, as far as a page can wait for it: what was changed, what has aged, and the rows of the page. The rest is
 * left to the worker. However many plans there are, two statements read a page whose plans are current.
 * @throws OverloadedError when too much is computed already
 */
export async function getPlansList(parts: Needs, reader: ListReader, asked: AskedPlans): Promise<PlansList> {
  const { workspaceId } = reader
  const read = () => readList(parts, reader, asked)
  let found = await read()
  if (found.outdated > 0) {
    await parts.reads.end()
    if (await refreshSummaries(parts, workspaceId)) await queueRefresh(parts, workspaceId)
    found = await read()
  }
  const left = found.rows.filter(({ status }) => status === null)
  if (left.length === 0) return found
  await parts.reads.end()
  await refreshPlans(
    parts,
    workspaceId,
    left.map(({ id }) => id),
  )
  return read()
}

async function readList({ reads, clock }: Needs, reader: ListReader, asked: AskedPlans): Promise<PlansList> {
  const now = clock.now()
  const [facts, found] = await reads.in(reader.workspaceId, (trx) =>
    Promise.all([getListFacts(trx, reader.workspaceId, now), findPlansPage(trx, reader, asked, now)]),
  )
  return {
    rows: found.rows.map(({ plan }) => plan),
    previous: found.previous,
    next: found.next,
    hasAny: asked.filter.archived ? facts.hasArchived : facts.hasActive,
    hasArchived: facts.hasArchived,
    outdated: Math.min(facts.outdated, summaryRefreshBounds.counted),
    today: todayIn(facts.timeZone, now),
  }
}
