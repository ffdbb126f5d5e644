import { type NotNull, expressionBuilder } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { todayIn } from '#app/kit/clock.ts'
import { bounds } from '#app/kit/limits.ts'
import { type ListPage, placeOfPage, rowsBefore } from '#app/kit/list-page.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanState } from '../core/stages.ts'
import type { ListedPlan, PlanStatus, PlansFilter } from './listed-plan.ts'
import { refreshSummaries } from './refresh-summaries.server.ts'
import { isCurrent, summarizedPlans } from './summarized-plans.server.ts'

type Reader = { workspaceId: string; id: string }

type Asked = { filter: PlansFilter; page: number }

export type PlansList = {
  list: ListPage<ListedPlan>
  /** How many plans there are to choose from without the filter. */
  all: number
  archived: number
  /** Plans whose status is not computed yet. */
  outdated: number
  /** The day in the workspace's zone. */
  today: IsoDate
}

/**
 * A page of the plans that a member asked for, the most urgent first, closed ones last. It is read from what is stored of each plan; what
 * is not current is computed first, as far as a page can wait for it. The rest is left to the worker, and is listed without a status.
 * @throws OverloadedError when too much is computed already
 */
export async function getPlansList(
  parts: Pick<Parts, 'reads' | 'db' | 'boss' | 'clock' | 'computations'>,
  reader: Reader,
  asked: Asked,
): Promise<PlansList> {
  const { workspaceId } = reader
  const read = () => parts.reads.in(workspaceId, (trx) => readList(trx, reader, asked, parts.clock.now()))
  const found = await read()
  if (found.outdated === 0) return found
  await parts.reads.end()
  const isMore = await refreshSummaries(parts, workspaceId)
  if (isMore)
    await parts.boss.insert('refresh-summaries-of-workspace', [{ data: { workspaceId }, singletonKey: workspaceId }])
  return read()
}

async function readList(trx: WorkspaceReading, reader: Reader, { filter, page }: Asked, now: Date): Promise<PlansList> {
  const { timeZone, total, all, archived, outdated } = await countPlans(trx, reader, filter, now)
  const place = placeOfPage(total, page)
  const rows = await readRows(trx, reader, filter, { from: rowsBefore(place), now })
  return { list: { rows, ...place }, all, archived, outdated, today: todayIn(timeZone, now) }
}

async function countPlans(trx: WorkspaceReading, reader: Reader, filter: PlansFilter, now: Date) {
  const { workspaceId } = reader
  const { archived, ...counts } = await summarizedPlans(trx, workspaceId)
    .select((row) => [
      row.fn.countAll<number>().filterWhere(isListed(reader, filter)).as('total'),
      row.fn.countAll<number>().filterWhere('plan.archivedAt', 'is not', null).as('archived'),
      row.fn.countAll<number>().as('all'),
      row.fn
        .countAll<number>()
        .filterWhere(row.not(isCurrent(now)))
        .as('outdated'),
      row
        .selectFrom('workspace as own')
        .select('own.timeZone')
        .where('own.workspaceId', '=', workspaceId)
        .$asScalar()
        .$notNull()
        .as('timeZone'),
    ])
    .executeTakeFirstOrThrow()
  return { ...counts, archived, all: filter.archived ? archived : counts.all - archived }
}

/** Which plans stand in the list: those that were summarized before, and that the filter lets through. */
function isListed({ workspaceId, id }: Reader, { state, late, mine, archived }: PlansFilter) {
  const row = expressionBuilder<DB, 'plan' | 'planSummary'>()
  const ofTeam = row
    .selectFrom('planTeam')
    .select('planTeam.planId')
    .where('planTeam.workspaceId', '=', workspaceId)
    .whereRef('planTeam.planId', '=', 'plan.id')
    .where('planTeam.memberId', '=', id)
  return row.and([
    row('planSummary.rank', 'is not', null),
    row('plan.archivedAt', archived ? 'is not' : 'is', null),
    ...(state === null ? [] : [row('plan.state', '=', state)]),
    ...(late ? [row('planSummary.tone', '=', 'late')] : []),
    ...(mine ? [row.exists(ofTeam)] : []),
  ])
}

async function readRows(
  trx: WorkspaceReading,
  reader: Reader,
  filter: PlansFilter,
  { from, now }: { from: number; now: Date },
): Promise<ListedPlan[]> {
  const rows = await summarizedPlans(trx, reader.workspaceId)
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
    )
    .select([
      'plan.id',
      'plan.project',
      'plan.state',
      'plan.archivedAt',
      'account.name as account',
      'member.name as lead',
    ])
    .select([
      'planSummary.headline',
      'planSummary.stateWords',
      'planSummary.tone',
      'planSummary.goal',
      'planSummary.goalOn',
    ])
    .select(isCurrent(now).as('isCurrent'))
    .where(isListed(reader, filter))
    .orderBy('planSummary.rank')
    .orderBy('planSummary.goalOn')
    .orderBy('planSummary.planId')
    .limit(bounds.listRows)
    .offset(from)
    .$narrowType<{ headline: NotNull; stateWords: NotNull; tone: NotNull; goal: NotNull; goalOn: NotNull }>()
    .execute()
  return rows.map(({ id, account, project, state, archivedAt, lead, isCurrent, ...status }) => ({
    ...{ id, account, project, lead },
    // The database's checks hold what these columns can say; dates come as YYYY-MM-DD.
    state: state as PlanState,
    archived: archivedAt !== null,
    status: isCurrent ? (status as PlanStatus) : null,
  }))
}
