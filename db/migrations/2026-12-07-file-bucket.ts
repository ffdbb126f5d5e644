import { type Kysely, sql } from 'kysely'

/** Files may lie in a bucket of an S3-compatible store instead of `file_chunk`. */
const statements = [`alter table attachment add column in_bucket boolean not null default false`]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
