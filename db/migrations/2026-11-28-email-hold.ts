import { type Kysely, sql } from 'kysely'

/**
 * Whether this database holds its emails back: a restored copy does, until somebody says that it may write to people. Of the whole
 * installation, so outside the tenants.
 */
const statements = [
  'create schema operations',
  `create table operations.email_hold (
     only_row boolean not null default true primary key,
     since timestamptz not null
   )`,
  'alter table operations.email_hold add constraint one_row check (only_row)',
  'grant usage on schema operations to firstwin_app',
  'grant select, delete on operations.email_hold to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
