import { type Kysely, sql } from 'kysely'

const isolated = (table: string, grants: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy one_workspace on ${table}
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant ${grants} on ${table} to firstwin_app`,
]

/**
 * How customers are grouped; who of marketing is in charge of a reference and when its champion was asked; each consent as it was worded; the
 * logo that was given; what marketing wrote of a win, in versions; and who used a reference.
 */
const statements = [
  `alter table account add column industry text`,
  `alter table account add column region text`,
  `alter table reference add column owner_id uuid`,
  `alter table reference add column asked_at timestamptz`,
  // Nothing in it is ever changed or removed: the app's role cannot.
  `create table reference_consent (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    answer text not null,
    -- The sentences that the person agreed to, as they were shown.
    said jsonb not null,
    kinds text[] not null,
    participant_id uuid,
    -- Who must approve each use; by id, so that the name goes when the person is erased.
    approver_id uuid,
    at timestamptz not null,
    constraint reference_consent_pkey primary key (workspace_id, id),
    constraint reference_consent_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint reference_consent_answer check (answer in ('given', 'changed', 'withdrawn'))
  )`,
  `create index reference_consent_by_plan on reference_consent (workspace_id, plan_id, at)`,
  ...isolated('reference_consent', 'select, insert'),
  `create table reference_logo (
    workspace_id uuid not null,
    plan_id uuid not null,
    content_type text not null,
    bytes bytea not null,
    constraint reference_logo_pkey primary key (workspace_id, plan_id),
    constraint reference_logo_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  ...isolated('reference_logo', 'select, insert, update, delete'),
  `create table reference_piece (
    workspace_id uuid not null,
    plan_id uuid not null,
    kind text not null,
    version integer not null,
    text text not null,
    state text not null,
    member_id uuid not null,
    written_at timestamptz not null,
    sent_at timestamptz,
    -- Who approved it or sent it back.
    participant_id uuid,
    answered_at timestamptz,
    reason text,
    constraint reference_piece_pkey primary key (workspace_id, plan_id, kind, version),
    constraint reference_piece_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint reference_piece_kind check (kind in ('quote', 'case-study')),
    constraint reference_piece_state check (state in ('draft', 'sent', 'approved', 'sent back', 'replaced', 'ended'))
  )`,
  ...isolated('reference_piece', 'select, insert, update, delete'),
  `create table reference_use (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    kind text not null,
    member_id uuid not null,
    used_on date not null,
    used_for text not null,
    deal_outcome text,
    created_at timestamptz not null,
    constraint reference_use_pkey primary key (workspace_id, id),
    constraint reference_use_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint reference_use_by_member foreign key (workspace_id, member_id) references member (workspace_id, id)
  )`,
  `create index reference_use_by_plan on reference_use (workspace_id, plan_id, used_on)`,
  ...isolated('reference_use', 'select, insert, update, delete'),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
