import { type Kysely, sql } from 'kysely'

const statements = [
  // What a task asks for before it can be marked done: a file, a link, a sentence or an approval; null for nothing.
  'alter table task add column result_asks text',
  `alter table task add constraint task_result_asks check (result_asks in ('file', 'link', 'sentence', 'approval'))`,
  // What was given: the link, the sentence, or who approved. A file is among the task's files.
  'alter table task add column result_given text',
  'alter table task add constraint task_result_given check (result_given is null or result_asks is not null)',
  // Whose yes is asked for: a person of either side.
  'alter table task add column approver_member_id uuid',
  'alter table task add column approver_participant_id uuid',
  `alter table task add constraint task_one_approver
     check (approver_member_id is null or approver_participant_id is null)`,
  // Whether that person has been asked.
  'alter table task add column approval_asked boolean not null default false',
]

/** What a task asks for as its result. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
