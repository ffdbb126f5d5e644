import { type Kysely, sql } from 'kysely'

/** Questions of a customer: the first comment of a thread, with who answers, by when, and how it ended. */
const statements = [
  `create table question (
     workspace_id uuid not null constraint question_workspace references workspace,
     -- Of the comment that asks it.
     id uuid not null,
     plan_id uuid not null,
     -- The member who answers.
     owner_id uuid not null,
     -- The participant who asked; none for a person who is not on the plan and asked by phone.
     asker_id uuid,
     asker_name text not null,
     asked_at timestamptz not null,
     promised_at timestamptz not null,
     -- How far it was passed on while nobody answered.
     escalated_to text,
     escalated_at timestamptz,
     first_answered_at timestamptz,
     answer_id uuid,
     closing_proposed_by text,
     closed_at timestamptz,
     closed_by text,
     constraint question_pkey primary key (workspace_id, id),
     constraint question_comment foreign key (workspace_id, id) references comment (workspace_id, id),
     constraint question_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
     constraint question_owner foreign key (workspace_id, owner_id) references member (workspace_id, id),
     constraint question_asker foreign key (workspace_id, asker_id) references participant (workspace_id, id),
     constraint question_answer foreign key (workspace_id, answer_id) references comment (workspace_id, id)
   )`,
  `alter table question add constraint question_escalated
     check (escalated_to in ('lead', 'admin') and escalated_at is not null or escalated_to is null and escalated_at is null)`,
  `alter table question add constraint question_closed check ((closed_at is null) = (closed_by is null))`,
  `create index question_of_plan on question (workspace_id, plan_id)`,
  `create index question_unanswered on question (workspace_id, promised_at) where answer_id is null and closed_at is null`,
  'alter table question enable row level security',
  'alter table question force row level security',
  `create policy one_workspace on question
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  'grant select, insert, update, delete on question to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
