import { type Kysely, sql } from 'kysely'

/**
 * Which account at the provider belongs to which member, and which sign-ins that began in a browser are used up. A provider never
 * gives a `sub` to somebody else (OpenID Connect Core 1.0, 5.7); an address it may.
 */
const tables = [
  `create table sign_on_binding (
    workspace_id uuid not null references workspace,
    member_id uuid not null,
    issuer text not null,
    subject text not null,
    bound_at timestamptz not null,
    primary key (workspace_id, member_id),
    constraint sign_on_binding_of_account unique (workspace_id, issuer, subject),
    foreign key (workspace_id, member_id) references member
  )`,
  `create table spent_flow (
    workspace_id uuid not null references workspace,
    id uuid not null,
    spent_at timestamptz not null,
    primary key (workspace_id, id)
  )`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of tables) await sql.raw(table).execute(db)
  for (const name of ['sign_on_binding', 'spent_flow'])
    for (const statement of [
      `alter table ${name} enable row level security`,
      `alter table ${name} force row level security`,
      `create policy one_workspace on ${name}
         using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
         with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
      `grant select, insert, update, delete on ${name} to firstwin_app`,
    ])
      await sql.raw(statement).execute(db)
}
