import { type Kysely, sql } from 'kysely'

/**
 * The erasure of a person takes out the address as people write it as well: "eva@büro-müller.de" beside "eva@xn--bro-mller-q9ae.de", which is
 * what is stored. PostgreSQL cannot read the one from the other, so the app says it.
 */
const statements = [
  'drop function operations.erase_person(uuid)',
  'drop function operations.patterns_of(text[], text, boolean)',

  // Whole names; names of one word; the addresses; any of them.
  `create function operations.patterns_of(names text[], addresses text[], as_json boolean) returns text[]
   language plpgsql immutable set search_path = pg_catalog, pg_temp as $$
   declare
     long text;
     short text;
     mark constant text := case when as_json then '"' else '' end;
     whole text;
     lone text;
     mail text;
   begin
     with escaped as (
       select n ~ '\\S\\s+\\S' as is_long, regexp_replace(
         case when as_json then substr(to_jsonb(n)::text, 2, length(to_jsonb(n)::text) - 2) else n end,
         '([.*+?^$\\{\\}()|\\[\\]\\\\-])', '\\\\\\1', 'g') as n
       from unnest(names) as given (n)
     )
     select string_agg(n, '|' order by length(n) desc) filter (where is_long), string_agg(n, '|') filter (where not is_long)
       into long, short from escaped;
     whole := '(?<![[:alnum:]])(?:' || long || ')(?![[:alnum:]])';
     lone := case when as_json
       then '("(?:In place of |What we heard from )?)(' || short || ')(")(?!\\s*:)'
       else '^((?:In place of |What we heard from )?)(' || short || ')($)' end;
     select string_agg(distinct regexp_replace(a, '([.*+?^$\\{\\}()|\\[\\]\\\\-])', '\\\\\\1', 'g'), '|') into mail from unnest(addresses) as given (a) where a <> '';
     mail := '(?<![[:alnum:]._%+-])(?:' || mail || ')(?![[:alnum:]-]|\\.[[:alnum:]])';
     return array[whole, lone, mail, concat_ws('|', whole, lone, mail)];
   end $$`,

  // A name of one word is also a word: it is taken out only where it is all that stands there, or stands in a title of ours.
  `create function operations.erase_person(person uuid, written text default null) returns void
   language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
   declare
     workspace constant uuid := nullif(current_setting('app.workspace', true), '')::uuid;
     kept_name text;
     kept_address constant text := person || '@erased.invalid';
     address text;
     sheets uuid[];
     names text[];
     in_text text[];
     in_json text[];
     target record;
   begin
     select 'Former member', m.email into kept_name, address from public.member m
       where m.workspace_id = workspace and m.id = person and m.erased_at is not null;
     if kept_name is null then
       select 'Former participant', p.email into kept_name, address from public.participant p
         where p.workspace_id = workspace and p.id = person and p.erased_at is not null;
     end if;
     if kept_name is null then
       raise exception 'This person is not marked as erased.' using errcode = '42501';
     end if;

     select array_agg(distinct n) into names from (
       select m.name from public.member m where m.workspace_id = workspace and m.id = person
       union select p.name from public.participant p where p.workspace_id = workspace and p.id = person
       union select s.name from public.plan_participant s where s.workspace_id = workspace and s.participant_id = person
       union select a.actor_name from public.activity a where a.workspace_id = workspace and a.actor_id = person::text
       union select g.person_name from public.agreement g where g.workspace_id = workspace and g.person_id = person
       union select e.person_name from public.security_event e where e.workspace_id = workspace and e.person_id = person
       union select t.person_name from public.situation t where t.workspace_id = workspace and t.participant_id = person
     ) as known (n) where n is not null and n <> kept_name;

     select array_agg(t.id) into sheets from public.situation t where t.workspace_id = workspace
       and (t.participant_id = person or (t.participant_id is null and t.person_name = any (names) and exists (
         select from public.plan_participant s
           where s.workspace_id = workspace and s.plan_id = t.plan_id and s.participant_id = person)));
     update public.situation t
       set job_title = 'Erased', critical_issue = 'Erased', reasons = 'Erased', capabilities_needed = 'Erased', difference = 'Erased'
       where t.workspace_id = workspace and t.id = any (sheets);
     update public.activity a set changes = '{}'
       where a.workspace_id = workspace and (a.subject_id = any (sheets) or (a.subject_id = person and a.changes ? 'jobTitle'));

     update public.activity a set changes = a.changes - array['quoteText', 'note']
       where a.workspace_id = workspace and a.actor_id = person::text and a.event in ('consent given', 'consent changed');

     in_text := operations.patterns_of(names, array[address, written], false);
     in_json := operations.patterns_of(names, array[address, written], true);
     for target in
       select c.relname as name,
         string_agg(format(
           case when a.atttypid = 'jsonb'::regtype
             then '%1$I = operations.without_person(%1$I::text, $3[1], $3[2], $3[3], $4, $5)::jsonb'
             when a.attname = 'owner_placeholder'
             then '%1$I = left(operations.without_person(%1$I, $2[1], $2[2], $2[3], $4, $5), 120)'
             else '%1$I = operations.without_person(%1$I, $2[1], $2[2], $2[3], $4, $5)' end, a.attname), ', ') as changes,
         string_agg(format(
           case when a.atttypid = 'jsonb'::regtype then '%1$I::text ~* $3[4]' else '%1$I ~* $2[4]' end, a.attname), ' or ') as holds
       from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and c.relname not in ('workspace', 'security_event', 'security_seal', 'security_chain', 'security_anchor')
         and not (c.relname = 'account' and a.attname = 'name')
         and a.atttypid in ('text'::regtype, 'jsonb'::regtype)
         and a.attname not in (
           'state', 'kind', 'role', 'side', 'private_to', 'stage', 'type', 'scope', 'event', 'command', 'key', 'actor',
           'actor_kind', 'actor_id', 'actor_side', 'visible_to', 'came_by', 'calendar_from', 'template', 'time_zone', 'accent',
           'logo', 'secret_hash', 'input_hash', 'client_id', 'client_secret', 'issuer', 'credential_id', 'content_type')
       group by c.relname
     loop
       execute format('update public.%I set %s where workspace_id = $1 and (%s)', target.name, target.changes, target.holds)
         using workspace, in_text, in_json, kept_name, kept_address;
     end loop;

     with changed as (
       update public.security_event e set
         person_name = operations.without_person(e.person_name, in_text[1], in_text[2], in_text[3], kept_name, kept_address),
         network = case when e.person_id = person then null else e.network end,
         detail = operations.without_person(
           (case when e.person_id = person then e.detail - 'device' else e.detail end)::text,
           in_json[1], in_json[2], in_json[3], kept_name, kept_address)::jsonb
       where e.workspace_id = workspace and e.kind not in ('log shortened', 'entries erased')
         and (e.person_id = person or e.person_name ~* in_text[4] or e.detail::text ~* in_json[4])
       returning e.id
     )
     update public.security_seal s set salt = '', erased_digest = null
       from changed where s.workspace_id = workspace and s.event_id = changed.id;
   end $$`,

  'revoke all on function operations.erase_person(uuid, text) from public',
  'grant execute on function operations.erase_person(uuid, text) to firstwin_app',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
