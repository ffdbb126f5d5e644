import { type Kysely, sql } from 'kysely'

/**
 * The app's role cannot change the history of consents. Where the person is erased who gave one, what they typed is taken out of it, as out of
 * everything: what stays are our own sentences, which come first, one for each kind.
 */
const statements = [
  `create function operations.erase_consents(person uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     workspace constant uuid := nullif(current_setting('app.workspace', true), '')::uuid;
   begin
     if not exists (select from public.participant p
         where p.workspace_id = workspace and p.id = person and p.erased_at is not null) then
       raise exception 'This person is not marked as erased.' using errcode = '42501';
     end if;
     update public.reference_consent c set said = coalesce((
         select jsonb_agg(s.sentence order by s.number)
         from jsonb_array_elements(c.said) with ordinality as s (sentence, number)
         where s.number <= cardinality(c.kinds)), '[]')
       where c.workspace_id = workspace and c.participant_id = person;
   end $$`,
  'revoke all on function operations.erase_consents(uuid) from public',
  'grant execute on function operations.erase_consents(uuid) to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
