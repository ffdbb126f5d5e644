import { type Kysely, sql } from 'kysely'

/**
 * What a situation is worth in figures, each with its source: a list of its own beside the free text. Erasing a person takes the figures with
 * the words of the situation.
 */
const statements = [
  `alter table situation add column figures jsonb not null default '[]'`,
  `alter table situation add constraint situation_figures_are_few
     check (jsonb_typeof(figures) = 'array' and jsonb_array_length(figures) <= 5)`,
  `do $$
   declare
     erasing constant text := pg_get_functiondef('operations.erase_person(uuid, text)'::regprocedure);
     words constant text := $t$difference = 'Erased'$t$;
   begin
     if position(words in erasing) = 0 then
       raise exception 'The function that erases a person does not have the words of situations.';
     end if;
     execute replace(erasing, words, words || $t$, figures = '[]'$t$);
   end $$`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
