import { type Kysely, sql } from 'kysely'

/**
 * The app's role cannot change the activity. Where a situation is withdrawn by its person, what its events said goes with it; that there
 * were such events, who caused them and when stays. Only for a situation that no longer exists.
 */
const statements = [
  `create function operations.forget_situation(plan uuid, situation uuid) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     workspace constant uuid := nullif(current_setting('app.workspace', true), '')::uuid;
   begin
     if exists (select from public.situation s where s.workspace_id = workspace and s.id = situation) then
       raise exception 'This situation has not been withdrawn.' using errcode = '42501';
     end if;
     update public.activity a set changes = '{}'
       where a.workspace_id = workspace and a.scope = 'plan' and a.scope_id = plan and a.subject_id = situation
         and a.event like 'situation %';
   end $$`,
  'revoke all on function operations.forget_situation(uuid, uuid) from public',
  'grant execute on function operations.forget_situation(uuid, uuid) to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
