import { type Kysely, sql } from 'kysely'

/**
 * Handoffs: the lead of a plan passing from one member to another, with what the receiver should know. At most one of a plan waits for its answer.
 */
const statements = [
  `create table handoff (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    giver_id uuid not null,
    receiver_id uuid not null,
    offered_by uuid not null,
    offered_at timestamptz not null,
    note text,
    with_tasks boolean not null,
    state text not null,
    answered_at timestamptz,
    questions text,
    constraint handoff_pkey primary key (workspace_id, id),
    constraint handoff_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint handoff_of_giver foreign key (workspace_id, giver_id) references member (workspace_id, id),
    constraint handoff_of_receiver foreign key (workspace_id, receiver_id) references member (workspace_id, id),
    constraint handoff_of_offerer foreign key (workspace_id, offered_by) references member (workspace_id, id),
    constraint handoff_state check (state in ('offered', 'accepted', 'sent back', 'withdrawn', 'assigned')),
    constraint handoff_answered check ((state = 'offered') = (answered_at is null)),
    constraint handoff_questions check ((state = 'sent back') = (questions is not null)),
    constraint handoff_to_another check (giver_id <> receiver_id)
  )`,
  `create unique index handoff_waiting on handoff (workspace_id, plan_id) where state = 'offered'`,
  `create index handoff_of_plan_in_order on handoff (workspace_id, plan_id, offered_at)`,
  `create index handoff_waiting_for on handoff (workspace_id, receiver_id) where state = 'offered'`,
  `alter table handoff enable row level security`,
  `alter table handoff force row level security`,
  `create policy one_workspace on handoff
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on handoff to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
