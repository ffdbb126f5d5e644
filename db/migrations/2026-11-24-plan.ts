import { type Kysely, sql } from 'kysely'

const owner = `
  owner_member_id uuid,
  owner_participant_id uuid,
  owner_placeholder text check (length(owner_placeholder) between 1 and 120),
  constraint one_owner check (num_nonnulls(owner_member_id, owner_participant_id, owner_placeholder) = 1)`

/** Every table of ours: workspace first in each key, foreign keys that cannot join two workspaces. */
const tables = `
create table workspace (
  workspace_id uuid primary key,
  name text not null,
  domains text[] not null default '{}',
  time_zone text not null,
  vendor_calendar jsonb not null,
  customer_calendar jsonb not null,
  logo text,
  accent text,
  created_at timestamptz not null
);

create table member (
  workspace_id uuid not null references workspace,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  job_title text,
  roles text[] not null check (cardinality(roles) > 0),
  created_at timestamptz not null,
  removed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, email)
);

create table account (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  about text,
  logo text,
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index account_name on account (workspace_id, lower(name));

create table participant (
  workspace_id uuid not null references workspace,
  id uuid not null,
  account_id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  job_title text,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, email),
  foreign key (workspace_id, account_id) references account
);

create table plan (
  workspace_id uuid not null references workspace,
  id uuid not null,
  account_id uuid not null,
  project text not null,
  state text not null check (state in ('rough', 'agreed', 'under way', 'won', 'lost')),
  archived_at timestamptz,
  lead_id uuid not null,
  time_zone text not null,
  vendor_calendar jsonb not null,
  customer_calendar jsonb not null,
  start_on date not null,
  critical_date date not null,
  critical_reason text not null,
  if_missed text,
  win_statement text not null,
  win_measure text not null,
  win_unit text not null,
  win_baseline numeric not null,
  win_target numeric not null,
  win_by date not null,
  win_announced_to text not null,
  won_on date,
  terms_version integer not null default 1,
  template text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, account_id) references account,
  foreign key (workspace_id, lead_id) references member,
  check (win_by >= critical_date),
  check (win_target <> win_baseline),
  check ((state = 'won') = (won_on is not null))
);
create index plan_by_account on plan (workspace_id, account_id);

create table plan_team (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  member_id uuid not null,
  primary key (workspace_id, plan_id, member_id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, member_id) references member
);

create table plan_participant (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  participant_id uuid not null,
  role text not null check (role in ('champion', 'contributor', 'viewer')),
  may_confirm boolean not null default false,
  invited_at timestamptz not null,
  joined_at timestamptz,
  removed_at timestamptz,
  primary key (workspace_id, plan_id, participant_id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, participant_id) references participant
);
create unique index one_champion on plan_participant (workspace_id, plan_id) where role = 'champion' and removed_at is null;
create index plans_of_participant on plan_participant (workspace_id, participant_id);

create table milestone (
  workspace_id uuid not null references workspace,
  id uuid not null,
  plan_id uuid not null,
  stage text not null check (stage in ('Discovery', 'Purchase', 'Implementation', 'Rollout', 'Value')),
  position integer not null,
  title text not null,
  primary key (workspace_id, id),
  unique (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan
);

create table task (
  workspace_id uuid not null references workspace,
  id uuid not null,
  plan_id uuid not null,
  milestone_id uuid not null,
  position integer not null,
  title text not null,
  side text not null check (side in ('vendor', 'customer', 'both')),
  duration_days integer not null check (duration_days between 0 and 10000),
  not_before date,
  not_after date,
  started_on date,
  done_on date,
  private_to text check (private_to in ('vendor', 'customer')),
  sent_back_reason text,
  sent_back_by text,
  created_at timestamptz not null,
  ${owner},
  primary key (workspace_id, id),
  unique (workspace_id, plan_id, id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, plan_id, milestone_id) references milestone (workspace_id, plan_id, id),
  foreign key (workspace_id, owner_member_id) references member,
  foreign key (workspace_id, owner_participant_id) references participant,
  check (done_on >= started_on)
);
create index task_by_milestone on task (workspace_id, plan_id, milestone_id);

create table task_link (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  task_id uuid not null,
  depends_on_id uuid not null,
  type text not null default 'FS' check (type in ('FS', 'SS', 'FF', 'SF')),
  lag_days integer not null default 0 check (lag_days between -10000 and 10000),
  primary key (workspace_id, plan_id, task_id, depends_on_id),
  foreign key (workspace_id, plan_id, task_id) references task (workspace_id, plan_id, id) on delete cascade,
  foreign key (workspace_id, plan_id, depends_on_id) references task (workspace_id, plan_id, id) on delete cascade,
  check (task_id <> depends_on_id)
);
create index task_link_back on task_link (workspace_id, plan_id, depends_on_id);

create table agreement (
  workspace_id uuid not null references workspace,
  id uuid not null,
  plan_id uuid not null,
  side text not null check (side in ('vendor', 'customer')),
  person_id uuid not null,
  person_name text not null,
  terms_version integer not null,
  agreed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan
);
create index agreement_by_plan on agreement (workspace_id, plan_id, agreed_at);

create table baseline (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  number integer not null,
  terms_version integer not null,
  agreed_on date not null,
  terms jsonb not null,
  created_at timestamptz not null,
  primary key (workspace_id, plan_id, number),
  foreign key (workspace_id, plan_id) references plan
);

create table situation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  plan_id uuid not null,
  participant_id uuid,
  person_name text not null,
  job_title text not null,
  critical_issue text not null,
  reasons text not null,
  capabilities_needed text not null,
  difference text not null,
  critical_date date not null,
  state text not null check (state in ('draft', 'shared', 'confirmed', 'changed')),
  shared_at timestamptz,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, participant_id) references participant,
  check (state = 'draft' or participant_id is not null)
);
create index situation_by_plan on situation (workspace_id, plan_id);

create table win_result (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  measured numeric not null,
  confirmed_on date not null,
  confirmed_at timestamptz not null,
  participant_id uuid not null,
  corrected_at timestamptz,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, participant_id) references participant
);

create table reference (
  workspace_id uuid not null references workspace,
  plan_id uuid not null,
  state text not null check (state in ('not asked', 'later', 'declined', 'agreed')),
  kinds text[] not null default '{}',
  limits text,
  uses_per_quarter integer,
  participant_id uuid,
  answered_at timestamptz,
  primary key (workspace_id, plan_id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, participant_id) references participant,
  check ((state = 'agreed') = (cardinality(kinds) > 0))
);

create table activity_counter (
  workspace_id uuid not null references workspace,
  scope text not null check (scope in ('plan', 'account', 'workspace')),
  scope_id uuid not null,
  last_number bigint not null,
  primary key (workspace_id, scope, scope_id)
);

create table activity (
  workspace_id uuid not null references workspace,
  scope text not null check (scope in ('plan', 'account', 'workspace')),
  scope_id uuid not null,
  number bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  actor_side text check (actor_side in ('vendor', 'customer')),
  command text not null,
  event text not null,
  subject_id uuid,
  subject text not null,
  visible_to text check (visible_to in ('vendor', 'customer')),
  changes jsonb not null,
  primary key (workspace_id, scope, scope_id, number)
);

create table command_receipt (
  workspace_id uuid not null references workspace,
  actor text not null,
  command text not null,
  key text not null,
  input_hash text not null,
  outcome jsonb not null,
  at timestamptz not null,
  primary key (workspace_id, actor, command, key)
);
create index command_receipt_age on command_receipt (workspace_id, at);

create table notice (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  plan_id uuid,
  member_id uuid,
  participant_id uuid,
  to_address text not null,
  facts jsonb not null,
  link_token_id uuid,
  path text,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'unwanted')),
  message jsonb,
  daily boolean not null,
  created_at timestamptz not null,
  first_tried_at timestamptz,
  sent_at timestamptz,
  failure text,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, participant_id) references participant,
  check (num_nonnulls(member_id, participant_id) = 1)
);
create index notice_waiting on notice (workspace_id, to_address) where state = 'waiting';

create table link_token (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('sign-in', 'invitation', 'return', 'demo')),
  member_id uuid,
  participant_id uuid,
  plan_id uuid,
  generation integer not null default 1,
  secret_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, plan_id) references plan,
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, participant_id) references participant,
  check (num_nonnulls(member_id, participant_id) = 1)
);
create index link_token_of_participant on link_token (workspace_id, participant_id, plan_id);

create table session (
  workspace_id uuid not null references workspace,
  id uuid not null,
  secret_hash text not null,
  member_id uuid,
  participant_id uuid,
  device text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member,
  foreign key (workspace_id, participant_id) references participant,
  check (num_nonnulls(member_id, participant_id) = 1)
);

create table api_key (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  secret_hash text not null,
  member_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member
);

create table security_event (
  workspace_id uuid not null references workspace,
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  person_id uuid,
  person_name text,
  network text,
  detail jsonb not null,
  primary key (workspace_id, id)
);
`

/** The one place outside the tenants: which workspaces know an address, by hash. */
const directory = `
create schema directory;
create table directory.workspace (id uuid primary key);
create table directory.address (
  address_hash text not null,
  workspace_id uuid not null references directory.workspace,
  primary key (address_hash, workspace_id)
);
`

const appendOnly = ['activity', 'security_event', 'agreement', 'baseline']

/**
 * The role that the app connects as: it owns no table, so that row-level security binds it. Roles belong to the whole
 * cluster, so two databases that migrate at once must not both create it.
 */
const role = `
do $$ begin
  perform pg_advisory_xact_lock(hashtext('firstwin roles'));
  if not exists (select from pg_roles where rolname = 'firstwin_app') then
    create role firstwin_app nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [role, tables, directory]) await sql.raw(statement).execute(db)
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  for (const { name } of rows) {
    const grants = appendOnly.includes(name) ? 'select, insert' : 'select, insert, update, delete'
    await sql
      .raw(
        `alter table ${name} enable row level security;
         alter table ${name} force row level security;
         create policy one_workspace on ${name}
           using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
           with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
         grant ${grants} on ${name} to firstwin_app;`,
      )
      .execute(db)
  }
  await sql
    .raw(
      `grant usage on schema public, directory to firstwin_app;
       grant select, insert, delete on all tables in schema directory to firstwin_app;`,
    )
    .execute(db)
}
