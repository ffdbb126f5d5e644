import { type ExpressionBuilder, type Expression, type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import { startOfDay } from '#db/start-of-day.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { ActivityFilter } from './activity-filter.ts'
import { topicEvents } from './topic-events.ts'

export type PlanLog = { workspaceId: string; planId: string; sight: Sight }

/** The changes of a plan that a side may know of, for further narrowing. */
export const readableActivity = (trx: WorkspaceReading, { workspaceId, planId, sight }: PlanLog) =>
  trx
    .selectFrom('activity')
    .where('activity.workspaceId', '=', workspaceId)
    .where('activity.scope', '=', 'plan')
    .where('activity.scopeId', '=', planId)
    .where((row) => row.or([row('activity.visibleTo', 'is', null), row('activity.visibleTo', '=', sight)]))

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
    ...(by === 'vendor' || by === 'customer'
      ? [row('activity.actorSide', '=', by)]
      : by
        ? [row('activity.actorId', '=', by)]
        : []),
    ...(from ? [row('activity.at', '>=', startOfDay(from, sql`(${timeZone})`))] : []),
    ...(to ? [row('activity.at', '<', startOfDay(to, sql`(${timeZone})`, 1))] : []),
  ]
}

/** Events by name, and the undoing of one of them. */
const isAbout = (row: Row, events: readonly string[]): Expression<SqlBool> =>
  row.or([row('activity.event', 'in', events), row(sql<string>`activity.changes->'undone'->>'after'`, 'in', events)])

export type ActivityPerson = { id: string; name: string; side: string | null }

/** Everyone who changed something that this side may know of, under the name of their last change, in alphabetical order. */
export async function listActivityPeople(trx: WorkspaceReading, log: PlanLog): Promise<ActivityPerson[]> {
  const rows = await readableActivity(trx, log)
    .distinctOn('activity.actorId')
    .select(['activity.actorId', 'activity.actorName', 'activity.actorSide'])
    .where('activity.actorId', 'is not', null)
    .orderBy('activity.actorId')
    .orderBy('activity.number', 'desc')
    .execute()
  return rows
    .flatMap(({ actorId, actorName, actorSide }) =>
      actorId ? [{ id: actorId, name: actorName, side: actorSide }] : [],
    )
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}
