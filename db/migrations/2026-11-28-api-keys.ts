import { type Kysely, sql } from 'kysely'

/** What a key may be used for, until when, and when it last was. Keys from before may do what there was: compute schedules. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `alter table api_key add column scopes text[] not null default '{schedule}'`,
    `alter table api_key add constraint api_key_scopes_known check (scopes <@ array['schedule'])`,
    `alter table api_key add column expires_at timestamptz`,
    `alter table api_key add column last_used_at timestamptz`,
  ])
    await sql.raw(statement).execute(db)
}
