import { type Kysely, sql } from 'kysely'

/**
 * Who gets in: domains whose people may enter a plan by themselves, a code on new devices, an identity provider; and the limits
 * on asking and trying, which are infrastructure and stand in a schema of their own.
 */
const columns = `
alter table workspace add column code_on_new_devices boolean not null default false;

alter table plan add column entry_domains text[] not null default '{}';

alter table link_token drop constraint link_token_kind_check;
alter table link_token
  add constraint link_token_kind_check check (kind in ('sign-in', 'invitation', 'return', 'entry', 'demo'));
create index link_token_of_member on link_token (workspace_id, member_id);
create index session_of_member on session (workspace_id, member_id);
create index session_of_participant on session (workspace_id, participant_id);
create index notice_of_link on notice (workspace_id, link_token_id) where state = 'waiting';

alter table plan_participant
  add column came_by text not null default 'invitation' check (came_by in ('invitation', 'domain'));
`

const tables = `
create table known_device (
  workspace_id uuid not null references workspace,
  id uuid not null,
  secret_hash text not null,
  member_id uuid,
  participant_id uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, participant_id) references participant,
  check (num_nonnulls(member_id, participant_id) = 1)
);

create table sign_in_code (
  workspace_id uuid not null references workspace,
  id uuid not null,
  secret_hash text not null,
  member_id uuid,
  participant_id uuid,
  landing text not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, participant_id) references participant,
  check (num_nonnulls(member_id, participant_id) = 1)
);

create table identity_provider (
  workspace_id uuid not null references workspace,
  issuer text not null,
  client_id text not null,
  client_secret text not null,
  required boolean not null default false,
  changed_at timestamptz not null,
  -- When somebody first came in by it as it stands; it may be required only then.
  proved_at timestamptz,
  primary key (workspace_id)
);

create index security_event_newest on security_event (workspace_id, at desc, id desc);
create index security_event_of_kind on security_event (workspace_id, kind, at desc, id desc);
`

const limits = `
create schema limits;
create table limits.attempt (
  key text primary key,
  points integer not null default 0,
  expire bigint
);
grant usage on schema limits to firstwin_app;
grant select, insert, update, delete on limits.attempt to firstwin_app;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db)
  await sql.raw(tables).execute(db)
  for (const name of ['known_device', 'sign_in_code', 'identity_provider'])
    await sql
      .raw(
        `alter table ${name} enable row level security;
         alter table ${name} force row level security;
         create policy one_workspace on ${name}
           using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
           with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
         grant select, insert, update, delete on ${name} to firstwin_app;`,
      )
      .execute(db)
  await sql.raw(limits).execute(db)
}
