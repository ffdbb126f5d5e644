import { type Kysely, sql } from 'kysely'

/** The command that a person must be allowed to give before they undo a change; null where changing the plan is enough. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table plan_undo add column needs text').execute(db)
}
