import { type ExpressionBuilder, type Expression, type SqlBool, sql } from 'kysely'
import { containingPattern } from '#db/containing-pattern.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { startOfDay } from '#db/start-of-day.ts'
import type { ActorSide, Sight } from '#app/policy/policy.ts'
import { eventsToldToActor } from '#app/runner/events/catalogue.ts'
import type { ActivityFilter } from './activity-filter.ts'
import { topicEvents } from './topic-events.ts'

export type PlanLog = { workspaceId: string; planId: string; sight: Sight; readerId: string }

/** The changes of a plan that the reader's side may know of, and those that only their author may, for further narrowing. */
export const readableActivity = (trx: WorkspaceReading, { workspaceId, planId, sight, readerId }: PlanLog) =>
  trx
    .selectFrom('activity')
    .where('activity.workspaceId', '=', workspaceId)
    .where('activity.scope', '=', 'plan')
    .where('activity.scopeId', '=', planId)
    .where((row) =>
      row.or([
        row('activity.visibleTo', 'is', null),
        row('activity.visibleTo', '=', sight),
        row.and([row('activity.actorId', '=', readerId), row('activity.event', 'in', eventsToldToActor)]),
      ]),
    )

type Row = ExpressionBuilder<DB, 'activity'>

/** What a filter asks of each change. */
export function filterConditions(
  row: Row,
  { workspaceId, planId }: PlanLog,
  { about, by, from, to }: ActivityFilter,
): Expression<SqlBool>[] {
  const timeZone = row
    .selectFrom('plan')
    .select('plan.timeZone')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
  return [
    ...(about ? [isAbout(row, topicEvents[about])] : []),
    ...(by ? [isBy(row, { workspaceId, planId }, by)] : []),
    ...(from ? [row('activity.at', '>=', startOfDay(from, sql`(${timeZone})`))] : []),
    ...(to ? [row('activity.at', '<', startOfDay(to, sql`(${timeZone})`, 1))] : []),
  ]
}

/** Events by name, and the undoing of one of them. */
const isAbout = (row: Row, events: readonly string[]): Expression<SqlBool> =>
  row.or([row('activity.event', 'in', events), row(sql<string>`activity.changes->'undone'->>'after'`, 'in', events)])

/** By people, or by everyone of a company, whose name contains this. */
function isBy(
  row: Row,
  { workspaceId, planId }: Pick<PlanLog, 'workspaceId' | 'planId'>,
  name: string,
): Expression<SqlBool> {
  const pattern = containingPattern(name)
  const vendor = row.selectFrom('workspace').select('workspace.name').where('workspace.workspaceId', '=', workspaceId)
  const customer = row
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select('account.name')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
  const ofCompany = (side: ActorSide, company: Expression<{ name: string }>) =>
    row.and([row('activity.actorSide', '=', side), sql<SqlBool>`(${company}) ilike ${pattern}`])
  return row.or([
    row('activity.actorName', 'ilike', pattern),
    ofCompany('vendor', vendor),
    ofCompany('customer', customer),
  ])
}

/** The names of all who changed something that this side may know of, in alphabetical order; of each person the latest one. */
export async function listActivityPeople(trx: WorkspaceReading, log: PlanLog): Promise<string[]> {
  const rows = await readableActivity(trx, log)
    .distinctOn('activity.actorId')
    .select('activity.actorName')
    .where('activity.actorId', 'is not', null)
    .orderBy('activity.actorId')
    .orderBy('activity.number', 'desc')
    .execute()
  return rows.map(({ actorName }) => actorName).sort((one, other) => one.localeCompare(other, 'en-GB'))
}
