import { type Kysely, sql } from 'kysely'

/**
 * The chain of the security log: each entry has a number and a hash over its content and the hash before it. The log's own table
 * keeps as it is; the app may add seals and never change them. Entries from before stand in front of the chain.
 */
const tables = [
  `create table security_chain (
    workspace_id uuid not null references workspace,
    number bigint not null,
    hash text not null,
    primary key (workspace_id)
  )`,
  `create table security_seal (
    workspace_id uuid not null references workspace,
    number bigint not null,
    event_id uuid not null,
    salt text not null,
    digest text not null,
    previous text not null,
    hash text not null,
    primary key (workspace_id, number),
    constraint security_seal_of_event unique (workspace_id, event_id)
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(table).execute(db)
  for (const name of ['security_chain', 'security_seal'])
    for (const statement of [
      `alter table ${name} enable row level security`,
      `alter table ${name} force row level security`,
      `create policy one_workspace on ${name}
         using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
         with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
    ])
      await sql.raw(statement).execute(db)
  await sql.raw('grant select, insert, update on security_chain to firstwin_app').execute(db)
  await sql.raw('grant select, insert on security_seal to firstwin_app').execute(db)
}
