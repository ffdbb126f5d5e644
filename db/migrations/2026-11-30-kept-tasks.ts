import { type Kysely, sql } from 'kysely'

/** What is kept as JSON calls a task a task: the dates of an agreed version, and what a daily email listed. */
const kept = [
  { table: 'baseline', column: 'dates', from: '"steps": [', to: '"tasks": [', where: 'dates is not null' },
  { table: 'notice', column: 'facts', from: '{"step": "', to: '{"task": "', where: "kind = 'daily'" },
  { table: 'notice', column: 'facts', from: ', "step": "', to: ', "task": "', where: "kind = 'daily'" },
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { table, column, from, to, where } of kept) {
    // FORCE would hide every row from an owner that is no superuser.
    await sql.raw(`alter table ${table} no force row level security`).execute(db)
    // A quotation mark inside a text is escaped there, so the pattern meets keys alone.
    await sql
      .raw(`update ${table} set ${column} = replace(${column}::jsonb::text, '${from}', '${to}')::jsonb where ${where}`)
      .execute(db)
    await sql.raw(`alter table ${table} force row level security`).execute(db)
  }
}
