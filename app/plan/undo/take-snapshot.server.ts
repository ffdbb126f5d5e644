import type { ExpressionBuilder, RawBuilder, StringReference } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { DB } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { type PlanSnapshot, columnsOf, rowSchemas } from './row-changes.ts'

type Where = { workspaceId: string; planId: string }

export type TakenSnapshot = { rows: PlanSnapshot; termsVersion: number; winVersion: number }

/** Every row of a plan that a change can be taken back in, in one statement. */
export async function takeSnapshot(trx: WorkspaceTransaction, { workspaceId, planId }: Where): Promise<TakenSnapshot> {
  const { tasks, links, milestones, objections, team, termsVersion, winVersion, ...plan } = await trx
    .selectFrom('plan')
    .select(columnsOf.plan)
    .select(columnsOf.ending)
    .select(columnsOf.forecast)
    .select(['termsVersion', 'winVersion'])
    .select(({ selectFrom }) => [
      selectFrom('task')
        .select((row) => tableAsJson(row, columnsOf.task).as('rows'))
        .where('task.workspaceId', '=', workspaceId)
        .where('task.planId', '=', planId)
        .as('tasks'),
      selectFrom('taskLink')
        .select((row) => tableAsJson(row, columnsOf.link).as('rows'))
        .where('taskLink.workspaceId', '=', workspaceId)
        .where('taskLink.planId', '=', planId)
        .as('links'),
      selectFrom('milestone')
        .select((row) => tableAsJson(row, columnsOf.milestone).as('rows'))
        .where('milestone.workspaceId', '=', workspaceId)
        .where('milestone.planId', '=', planId)
        .as('milestones'),
      selectFrom('objection')
        .select((row) => tableAsJson(row, columnsOf.objection).as('rows'))
        .where('objection.workspaceId', '=', workspaceId)
        .where('objection.planId', '=', planId)
        .as('objections'),
      selectFrom('planTeam')
        .select((row) => tableAsJson(row, columnsOf.team).as('rows'))
        .where('planTeam.workspaceId', '=', workspaceId)
        .where('planTeam.planId', '=', planId)
        .as('team'),
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirstOrThrow()
  const rows = {
    task: byKey(tasks, (row) => rowSchemas.task.parse({ ...row, createdAt: moment(row['createdAt']) }), idOf),
    link: byKey(links, rowSchemas.link.parse, ({ taskId, dependsOnId }) => `${taskId} ${dependsOnId}`),
    milestone: byKey(milestones, rowSchemas.milestone.parse, idOf),
    plan: new Map([[planId, rowSchemas.plan.parse(plan)]]),
    ending: new Map([[planId, rowSchemas.ending.parse(endingOf(plan))]]),
    objection: byKey(
      objections,
      (row) => rowSchemas.objection.parse({ ...row, closedAt: momentOrNull(row['closedAt']) }),
      idOf,
    ),
    team: byKey(team, rowSchemas.team.parse, ({ memberId }) => memberId),
    forecast: new Map([[planId, rowSchemas.forecast.parse({ forecastSharedAt: momentOrNull(plan.forecastSharedAt) })]]),
  }
  return { rows, termsVersion, winVersion }
}

/** The columns of an ending with their moments as they are kept. */
const endingOf = <Ending extends { archivedAt: Date | null; lostAt: Date | null }>(plan: Ending) => ({
  ...plan,
  archivedAt: momentOrNull(plan.archivedAt),
  lostAt: momentOrNull(plan.lostAt),
})

type JsonRow = Record<string, unknown>

/** All rows of a table as one JSON value, their columns under the names that the code knows; null where there are none. */
const tableAsJson = <Table extends keyof DB>(
  row: ExpressionBuilder<DB, Table>,
  columns: readonly StringReference<DB, Table>[],
): RawBuilder<JsonRow[] | null> =>
  rowsAsJson<JsonRow>(jsonBuildObject(Object.fromEntries(columns.map((column) => [column, row.ref(column)]))))

const byKey = <Row>(rows: JsonRow[] | null, read: (row: JsonRow) => Row, keyOf: (row: Row) => string) =>
  new Map((rows ?? []).map((row) => read(row)).map((row) => [keyOf(row), row]))

const idOf = ({ id }: { id: string }) => id

/** A moment as it is kept, whichever way PostgreSQL writes it. */
const moment = (at: unknown) => (at instanceof Date ? at : new Date(String(at))).toISOString()
const momentOrNull = (at: unknown) => (at === null ? null : moment(at))
