import { type Kysely, sql } from 'kysely'

/**
 * What sales search references by, besides what is known of the customer; requests for a call or a talk, with the times that were proposed;
 * and which use came of a request.
 */
const statements = [
  `alter table reference add column product text`,
  `alter table reference add column capabilities text`,
  `alter table reference add column company_size text`,
  `alter table reference add column language text`,
  `create table reference_request (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    kind text not null,
    state text not null,
    member_id uuid not null,
    deal text not null,
    why text not null,
    region text,
    competitor text,
    times timestamptz[] not null,
    time_zone text not null,
    -- The calendar quarter that it counts in: "2026-Q3".
    quarter text not null,
    asked_at timestamptz not null,
    chosen_at timestamptz,
    answer text,
    answered_at timestamptz,
    ended_at timestamptz,
    -- Since when the member is asked how it went.
    outcome_asked_at timestamptz,
    took_place boolean,
    constraint reference_request_pkey primary key (workspace_id, id),
    constraint reference_request_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint reference_request_by_member foreign key (workspace_id, member_id) references member (workspace_id, id),
    constraint reference_request_state check (state in ('asked', 'accepted', 'declined', 'withdrawn', 'cancelled', 'ended')),
    constraint reference_request_chosen check (state <> 'accepted' or chosen_at is not null)
  )`,
  `create index reference_request_by_plan on reference_request (workspace_id, plan_id, asked_at)`,
  `create index reference_request_by_member on reference_request (workspace_id, member_id, asked_at)`,
  `alter table reference_request enable row level security`,
  `alter table reference_request force row level security`,
  `create policy one_workspace on reference_request
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on reference_request to firstwin_app`,
  `alter table reference_use add column request_id uuid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
