import { type Kysely, sql } from 'kysely'

/**
 * How long a workspace keeps its records. Only the security log needs a way of its own, since the app may delete nothing of it: the
 * function deletes the beginning of the log up to a number, and only what is older than the workspace's setting, six months at
 * least, by the database's clock. Where it cut is kept as the anchor that the rest of the chain follows.
 */
const statements = [
  `alter table workspace add column keep_security_log_months integer not null default 24`,
  `alter table workspace add constraint keep_security_log check (keep_security_log_months between 6 and 120)`,
  `alter table workspace add column keep_emails_days integer not null default 180`,
  `alter table workspace add constraint keep_emails check (keep_emails_days between 120 and 730)`,
  `alter table workspace add column keep_sessions_days integer not null default 90`,
  `alter table workspace add constraint keep_sessions check (keep_sessions_days between 30 and 730)`,
  `alter table workspace add column keep_receipts_days integer not null default 7`,
  `alter table workspace add constraint keep_receipts check (keep_receipts_days between 7 and 90)`,

  `create table security_anchor (
     workspace_id uuid not null,
     number bigint not null,
     hash text not null,
     constraint security_anchor_pkey primary key (workspace_id),
     constraint security_anchor_of_workspace foreign key (workspace_id) references workspace
   )`,
  `alter table security_anchor enable row level security`,
  `alter table security_anchor force row level security`,
  `create policy one_workspace on security_anchor
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  `grant select on security_anchor to firstwin_app`,

  // Entries from before the chain have no number; they go by their age alone. The workspace is the transaction's, never the caller's choice.
  `create function operations.shorten_security_log(through bigint) returns bigint
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     workspace constant uuid := nullif(current_setting('app.workspace', true), '')::uuid;
     kept_from timestamptz;
     last_hash text;
     deleted bigint := 0;
     more bigint;
   begin
     select now() - make_interval(months => greatest(w.keep_security_log_months, 6)) into kept_from
       from public.workspace w where w.workspace_id = workspace;
     if kept_from is null then
       raise exception 'No workspace is set.' using errcode = '42501';
     end if;
     if through is not null then
       select s.hash into last_hash from public.security_seal s
         where s.workspace_id = workspace and s.number = through;
       if last_hash is null or exists (
         select from public.security_seal s
           join public.security_event e on e.workspace_id = s.workspace_id and e.id = s.event_id
           where s.workspace_id = workspace and s.number <= through and e.at >= kept_from
       ) then
         raise exception 'The security log is kept from % on.', kept_from using errcode = '42501';
       end if;
       with gone as (
         delete from public.security_seal s where s.workspace_id = workspace and s.number <= through returning s.event_id
       )
       delete from public.security_event e using gone where e.workspace_id = workspace and e.id = gone.event_id;
       get diagnostics deleted = row_count;
       insert into public.security_anchor as a (workspace_id, number, hash) values (workspace, through, last_hash)
         on conflict (workspace_id) do update set number = excluded.number, hash = excluded.hash;
     end if;
     delete from public.security_event e where e.workspace_id = workspace and e.id in (
       select o.id from public.security_event o
         where o.workspace_id = workspace and o.at < kept_from and not exists (
           select from public.security_seal s where s.workspace_id = workspace and s.event_id = o.id)
         order by o.at limit 5000);
     get diagnostics more = row_count;
     return deleted + more;
   end $$`,
  `revoke all on function operations.shorten_security_log(bigint) from public`,
  `grant execute on function operations.shorten_security_log(bigint) to firstwin_app`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
