import { type Kysely, sql } from 'kysely'

const statements = [
  // The day for which the owner of a task has promised it.
  'alter table task add column promised_on date',
  // Whose word it is, by kind and id, never by name: it binds no one else who gets the task.
  'alter table task add column promised_by text',
]

/** Dates that owners promise. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
