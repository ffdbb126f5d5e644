import { type SqlBool, expressionBuilder, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { bounds, summaryRefreshBounds } from '#app/kit/limits.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { capital } from '#app/ui/name-words.ts'
import { privateTaskWords } from '../core/private-words.ts'
import type { PlanState } from '../core/stages.ts'
import type { ListedPlan, NextTask, PlanPlace, ListedStatus, PlansFilter, PlansPage } from './listed-plan.ts'
import { ranks, summaryVersion } from './plan-summary.ts'
import { stalePlans } from './stale-plans.server.ts'

/** Who reads the list. */
export type ListReader = { workspaceId: string; id: string }

export type AskedPlans = { filter: PlansFilter; page: PlansPage }

/** A row of the list, and the place where it stands. */
export type FoundPlan = { plan: ListedPlan; place: PlanPlace }

export type FoundPlans = {
  rows: FoundPlan[]
  /** Where the pages before and after this one begin; null where there are none. */
  previous: PlanPlace | null
  next: PlanPlace | null
}

/** What a page says beside its rows. */
export async function getListFacts(trx: WorkspaceReading, workspaceId: string, now: Date) {
  // In the order of an index: what `exists` asks is looked for in the whole table.
  const hasSummary = (isArchived: boolean) =>
    sql<boolean>`${trx
      .selectFrom('planSummary')
      .select('planId')
      .where('workspaceId', '=', workspaceId)
      .where('isArchived', '=', isArchived)
      .orderBy('rank')
      .orderBy('goalOn')
      .orderBy('planId')
      .limit(1)} is not null`
  const { counted } = summaryRefreshBounds
  return trx
    .selectFrom('workspace as own')
    .select((row) => [
      'own.timeZone',
      row
        .selectFrom(stalePlans(trx, workspaceId, { now, atMost: counted + 1 }).as('stale'))
        .select(({ fn }) => fn.countAll<number>().as('stale'))
        .$asScalar()
        .$notNull()
        .as('outdated'),
      hasSummary(false).as('hasActive'),
      hasSummary(true).as('hasArchived'),
    ])
    .where('own.workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
}

/** A page of the list. Before a place where fewer rows stand than a page has, it is the first page. */
export async function findPlansPage(
  trx: WorkspaceReading,
  reader: ListReader,
  { filter, page }: AskedPlans,
  now: Date,
): Promise<FoundPlans> {
  const found = await readRows(trx, reader, { filter, page }, now)
  const isMore = found.length > bounds.listRows
  if (page && 'before' in page) {
    if (!isMore) return findPlansPage(trx, reader, { filter, page: null }, now)
    const rows = found.slice(1)
    return { rows, previous: rows[0]?.place ?? null, next: rows.at(-1)?.place ?? null }
  }
  const rows = found.slice(0, bounds.listRows)
  return { rows, previous: page ? (rows[0]?.place ?? null) : null, next: isMore ? (rows.at(-1)?.place ?? null) : null }
}

/**
 * One more than a page has, in the order of the list. What belongs to a row is joined row by row: PostgreSQL would rather read whole tables
 * for a hundred rows.
 */
async function readRows(trx: WorkspaceReading, reader: ListReader, asked: AskedPlans, now: Date): Promise<FoundPlan[]> {
  const { workspaceId } = reader
  const rows = await trx
    .selectFrom(placesOfPage(trx, reader, asked).as('planSummary'))
    .innerJoinLateral(
      (row) =>
        row
          .selectFrom('plan')
          .innerJoin('account', (join) =>
            join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
          )
          .innerJoin('member', (join) =>
            join.onRef('member.workspaceId', '=', 'plan.workspaceId').onRef('member.id', '=', 'plan.leadId'),
          )
          .innerJoin('activityCounter', (join) =>
            join
              .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
              .on('activityCounter.scope', '=', 'plan')
              .onRef('activityCounter.scopeId', '=', 'plan.id'),
          )
          // Names and titles are read where they are kept, so that no copy of them outlives a correction or an erasure.
          .leftJoin('task', (join) =>
            join
              .onRef('task.workspaceId', '=', 'plan.workspaceId')
              .onRef('task.planId', '=', 'plan.id')
              .onRef('task.id', '=', 'planSummary.nextTaskId'),
          )
          .leftJoin('member as owner', (join) =>
            join.onRef('owner.workspaceId', '=', 'task.workspaceId').onRef('owner.id', '=', 'task.ownerMemberId'),
          )
          .leftJoin('planParticipant', (join) =>
            join
              .onRef('planParticipant.workspaceId', '=', 'task.workspaceId')
              .onRef('planParticipant.planId', '=', 'task.planId')
              .onRef('planParticipant.participantId', '=', 'task.ownerParticipantId'),
          )
          .select(['task.title', 'task.privateTo', 'task.ownerPlaceholder'])
          .select(['owner.name as ownerMember', 'planParticipant.name as ownerParticipant'])
          .select(['plan.project', 'plan.state', 'plan.archivedAt', 'account.name as account', 'member.name as lead'])
          .select('activityCounter.lastNumber')
          .where('plan.workspaceId', '=', workspaceId)
          .whereRef('plan.id', '=', 'planSummary.planId')
          .limit(1)
          .as('listed'),
      (join) => join.onTrue(),
    )
    .selectAll('listed')
    .select(['headline', 'stateWords', 'tone', 'goal', 'goalOn', 'stage', 'reasons', 'rank', 'planId'])
    .select(isCurrent(now).as('isCurrent'))
    .orderBy('rank')
    .orderBy('goalOn')
    .orderBy('planId')
    .execute()
  return rows.map(({ planId, account, project, lead, state, archivedAt, rank, isCurrent, ...row }) => ({
    plan: {
      ...{ id: planId, account, project, lead },
      // The database's checks hold what these columns can say; dates come as YYYY-MM-DD.
      state: state as PlanState,
      archived: archivedAt !== null,
      status: isCurrent ? statusOf(row) : null,
      next: isCurrent ? nextOf(account, row) : null,
    },
    place: { rank, goalOn: row.goalOn as IsoDate, planId },
  }))
}

type StoredStatus = Omit<ListedStatus, 'tone' | 'goalOn' | 'stage'> & {
  tone: string
  goalOn: string
  stage: string | null
}

const statusOf = ({ headline, stateWords, tone, goal, goalOn, stage, reasons }: StoredStatus) =>
  ({ headline, stateWords, tone, goal, goalOn, stage, reasons }) as ListedStatus

type StoredNext = {
  title: string | null
  privateTo: string | null
  ownerMember: string | null
  ownerParticipant: string | null
  ownerPlaceholder: string | null
}

/** Of a task that the customer keeps to itself only whose it is. */
function nextOf(account: string, row: StoredNext): NextTask | null {
  if (row.title === null) return null
  if (row.privateTo === 'customer') return { title: capital(privateTaskWords(account)), owner: account }
  return { title: row.title, owner: row.ownerMember ?? row.ownerParticipant ?? row.ownerPlaceholder }
}

/** Which plans stand on a page, one more than it shows, from the indexes of the summaries alone. */
function placesOfPage(trx: WorkspaceReading, { workspaceId, id }: ListReader, { filter, page }: AskedPlans) {
  const { state, stage, late, mine, archived } = filter
  const direction = page && 'before' in page ? 'desc' : 'asc'
  return trx
    .selectFrom('planSummary')
    .select(['headline', 'stateWords', 'tone', 'goal', 'goalOn', 'stage', 'reasons', 'rank', 'planId', 'nextTaskId'])
    .select(['number', 'validFrom', 'validUntil', 'accountName', 'version'])
    .where('workspaceId', '=', workspaceId)
    .where('isArchived', '=', archived)
    .$if(state !== null, (query) => query.where('state', '=', state))
    .$if(stage !== null, (query) => query.where('stage', '=', stage))
    .$if(late, (query) => query.where('rank', '=', ranks.late))
    .$if(mine, (query) => query.where(isOfTeam(workspaceId, id)))
    .$if(page !== null, (query) => query.where(isBeyond(page)))
    .orderBy('rank', direction)
    .orderBy('goalOn', direction)
    .orderBy('planId', direction)
    .limit(bounds.listRows + 1)
}

function isOfTeam(workspaceId: string, memberId: string) {
  const row = expressionBuilder<DB, 'planSummary'>()
  return row.exists(
    row
      .selectFrom('planTeam')
      .select('planTeam.planId')
      .where('planTeam.workspaceId', '=', workspaceId)
      .where('planTeam.memberId', '=', memberId)
      .whereRef('planTeam.planId', '=', 'planSummary.planId'),
  )
}

/** After a place in the list, or before it. */
function isBeyond(page: PlansPage) {
  const row = expressionBuilder<DB, 'planSummary'>()
  if (!page) return row.lit(true)
  const isAfter = 'after' in page
  const { rank, goalOn, planId } = isAfter ? page.after : page.before
  return row(
    row.refTuple('planSummary.rank', 'planSummary.goalOn', 'planSummary.planId'),
    isAfter ? '>' : '<',
    row.tuple(rank, goalOn, planId),
  )
}

/** Whether what is stored is how a plan stands at a moment. */
const isCurrent = (now: Date) => sql<SqlBool>`coalesce(
  plan_summary.number = listed.last_number
  and plan_summary.valid_from <= ${now} and plan_summary.valid_until > ${now}
  and plan_summary.account_name = listed.account
  and plan_summary.version = ${summaryVersion}, false)`
