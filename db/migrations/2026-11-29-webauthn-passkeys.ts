import { type Kysely, sql } from 'kysely'

/**
 * Passkeys of members (WebAuthn): the public part of each, how often its authenticator says it was used, and when it last signed
 * somebody in. A passkey belongs to one member and goes with that member's access.
 */
const statements = [
  `create table passkey (
    workspace_id uuid not null references workspace,
    id uuid not null,
    member_id uuid not null,
    credential_id text not null,
    public_key bytea not null,
    counter bigint not null,
    transports text[] not null,
    synced boolean not null,
    name text not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    primary key (workspace_id, id),
    constraint passkey_of_credential unique (workspace_id, credential_id),
    foreign key (workspace_id, member_id) references member
  )`,
  `create index passkey_of_member on passkey (workspace_id, member_id)`,
  `alter table passkey enable row level security`,
  `alter table passkey force row level security`,
  `create policy one_workspace on passkey
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on passkey to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
