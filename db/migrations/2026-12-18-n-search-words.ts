import { type Kysely, sql } from 'kysely'

/**
 * The search of members: which words stand in what a plan holds, and of which three letters each word is made, so that one with a typo is found.
 * Rows of words, since row-level security lets no full-text or trigram index be used: their operators are not leakproof, those of plain text are.
 * The words are no `text`, so that the erasure of a person, which goes through every text, leaves them to the app.
 */
const policies = (table: string) => [
  `alter table ${table} enable row level security`,
  `alter table ${table} force row level security`,
  `create policy one_workspace on ${table}
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select, insert, delete on ${table} to firstwin_app`,
]

const statements = [
  `create table search_word (
    workspace_id uuid not null,
    plan_id uuid not null,
    word varchar(40) collate "C" not null,
    kind varchar(12) collate "C" not null,
    thing_id uuid not null,
    constraint search_word_pkey primary key (workspace_id, plan_id, word, kind, thing_id),
    constraint search_word_of_plan foreign key (workspace_id, plan_id) references plan (workspace_id, id)
  )`,
  `create index search_word_by_word on search_word (workspace_id, word, kind, plan_id, thing_id)`,
  ...policies('search_word'),
  `create table search_part (
    workspace_id uuid not null,
    part varchar(3) collate "C" not null,
    word varchar(40) collate "C" not null,
    constraint search_part_pkey primary key (workspace_id, part, word)
  )`,
  `create index search_part_of_word on search_part (workspace_id, word)`,
  ...policies('search_part'),
  // Up to which change of a plan its words are kept: what is behind is found by an index, with no mark to be set by each command.
  `alter table activity_counter add column searched_number bigint not null default -1`,
  `create index activity_counter_unsearched on activity_counter (workspace_id, scope_id)
     where scope = 'plan' and searched_number < last_number`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
