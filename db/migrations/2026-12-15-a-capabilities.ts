import { type Kysely, sql } from 'kysely'

/**
 * What a plan's customer needs, what of it was promised and sold, and what of that is delivered; and how many service days and how much budget
 * were paid.
 */
const statements = [
  `create table capability (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    need text not null,
    why text,
    asker_id uuid,
    asked_by text,
    promised_by uuid,
    in_contract boolean not null,
    quantity text,
    edition text,
    task_ids uuid[] not null,
    internal_note text,
    left_out_reason text,
    left_out_by uuid,
    delivered_on date,
    accepted_on date,
    acceptor_id uuid,
    accepted_by text,
    created_at timestamptz not null,
    removed_at timestamptz,
    constraint capability_pkey primary key (workspace_id, id),
    constraint capability_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint capability_of_promiser foreign key (workspace_id, promised_by) references member (workspace_id, id),
    constraint capability_left_out_by foreign key (workspace_id, left_out_by) references member (workspace_id, id),
    constraint capability_accepted check (accepted_on is null or delivered_on is not null),
    constraint capability_left_out check ((left_out_reason is null) = (left_out_by is null))
  )`,
  `create index capability_of_plan_in_order on capability (workspace_id, plan_id, created_at)`,
  `alter table capability enable row level security`,
  `alter table capability force row level security`,
  `create policy one_workspace on capability
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on capability to firstwin_app`,
  `create table plan_service (
    workspace_id uuid not null,
    plan_id uuid not null,
    unit text not null,
    paid numeric not null,
    planned numeric not null,
    used numeric not null,
    constraint plan_service_pkey primary key (workspace_id, plan_id, unit),
    constraint plan_service_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint plan_service_amounts check (paid >= 0 and planned >= 0 and used >= 0)
  )`,
  `alter table plan_service enable row level security`,
  `alter table plan_service force row level security`,
  `create policy one_workspace on plan_service
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on plan_service to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
