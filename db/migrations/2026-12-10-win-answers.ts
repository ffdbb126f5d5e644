import { type Kysely, sql } from 'kysely'

/**
 * When a first win happened, what a measurement was taken with in mind, the day of the next look, and what the two sides say to each other
 * before it is confirmed: the vendor asks, the customer says why not yet.
 */
const statements = [
  `alter table win_result add column reached_on date`,
  `alter table measurement add column note text`,
  `alter table plan add column win_measure_on date`,
  `create table win_answer (
    workspace_id uuid not null,
    plan_id uuid not null,
    id uuid not null,
    kind text not null constraint win_answer_kind check (kind in ('asked', 'not yet')),
    text text,
    measure_on date,
    person_id uuid not null,
    person_name text not null,
    at timestamptz not null,
    constraint win_answer_pkey primary key (workspace_id, id),
    constraint win_answer_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    constraint win_answer_says check (kind <> 'not yet' or (text is not null and measure_on is not null))
  )`,
  `create index win_answer_newest on win_answer (workspace_id, plan_id, at desc)`,
  `alter table win_answer enable row level security`,
  `alter table win_answer force row level security`,
  `create policy one_workspace on win_answer
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, update, delete on win_answer to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
