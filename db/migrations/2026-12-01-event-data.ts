import { type Kysely, sql } from 'kysely'

/**
 * What events keep of changes is data: lists of links and days off, numbers and dates are no longer English. Where only words were kept,
 * the words stay, marked as such: {"words": "Mon Tue"}. Names of fields are identifiers, and subjects are names, not sentences.
 */
const lists = [
  'dependsOn',
  'sittings',
  'vendorWorkweek',
  'vendorRegion',
  'vendorClosed',
  'vendorDays',
  'customerWorkweek',
  'customerRegion',
  'customerClosed',
  'customerDays',
]
const numbers = ['durationDays', 'atBest', 'atWorst', 'baseline', 'target', 'measuredValue', 'callsPerQuarter']
const dates = ['criticalDate', 'winBy', 'notBefore', 'notAfter', 'startedOn', 'doneOn', 'until']
const renamed = {
  'may confirm': 'mayConfirm',
  'code on new devices': 'codeOnNewDevices',
  'plans handed to': 'successor',
  steps: 'tasks',
}
/** What a change made by a what-if was undone by at first. */
const dropped = ['undoes']

const texts = (names: readonly string[]) => `array[${names.map((name) => `'${name}'`).join(', ')}]::text[]`

/** One value of a field as data, or as words where there are only words. */
const valueOf = (value: string) => `
  case
    when ${value} is null then 'null'::jsonb
    when name = any (${texts([...lists, ...numbers, ...dates, 'side'])}) and ${value} = '""'::jsonb then 'null'::jsonb
    when name = any (${texts(lists)}) and jsonb_typeof(${value}) = 'string' then jsonb_build_object('words', ${value})
    when name = any (${texts(lists)}) and jsonb_typeof(${value}) = 'array' and jsonb_typeof(${value} -> 0) = 'string'
      then jsonb_build_object('words', (select string_agg(item, ', ') from jsonb_array_elements_text(${value}) as item))
    when name = any (${texts(numbers)}) and jsonb_typeof(${value}) = 'string' then jsonb_build_object('words', ${value})
    when name = any (${texts(dates)}) and jsonb_typeof(${value}) = 'string' and ${value} #>> '{}' !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      then jsonb_build_object('words', ${value})
    when name = 'side' and jsonb_typeof(${value}) = 'string' and ${value} #>> '{}' not in ('vendor', 'customer', 'both')
      then jsonb_build_object('words', ${value})
    else ${value}
  end`

const nameOf = `case name ${Object.entries(renamed)
  .map(([from, to]) => `when '${from}' then '${to}'`)
  .join(' ')} else name end`

const statements = [
  `update activity set event = 'change undone' where event = 'adjustment undone'`,
  `update activity set event = 'API key created' where event = 'API key made'`,

  `update activity set changes = (
     select coalesce(jsonb_object_agg(${nameOf}, jsonb_build_object(
       'before', ${valueOf(`(change -> 'before')`)}, 'after', ${valueOf(`(change -> 'after')`)})), '{}'::jsonb)
     from jsonb_each(activity.changes) as field (name, change)
     where name <> all (${texts(dropped)}) and name not like 'lag.%' and name not like 'closed.%')
   where exists (
     select from jsonb_object_keys(activity.changes) as name
     where name = any (${texts([...lists, ...numbers, ...dates, ...dropped, ...Object.keys(renamed), 'side'])})
       or name like 'lag.%' or name like 'closed.%')`,

  `update activity set changes = changes - 'baseline' || jsonb_build_object('agreedVersion', changes -> 'baseline')
   where event = 'plan agreed by both sides' and changes ? 'baseline'`,

  `update activity set changes = jsonb_build_object('summary', jsonb_build_object('before', null, 'after', activity.subject)),
     subject = plan.project
   from plan
   where plan.workspace_id = activity.workspace_id and plan.id = activity.scope_id
     and activity.event = 'plan adjusted' and activity.subject <> '' and activity.changes = '{}'::jsonb`,

  // "“Contract at Legal”, working days" was a value of the task.
  `update activity set subject = regexp_replace(subject, '^“\\u2068?(.*?)\\u2069?”, [^”]*$', '\\1')
   where event = 'agreed value restored' and subject_id <> scope_id`,

  `update activity set subject = plan.project
   from plan
   where plan.workspace_id = activity.workspace_id and plan.id = activity.scope_id and (
     (activity.event = 'agreed value restored' and activity.subject_id = activity.scope_id)
     or activity.event in ('reference answered', 'reference taken back', 'consent given', 'consent changed'))`,

  `update activity set subject = regexp_replace(subject, '^What we heard from ', '')
   where event in ('situation noted', 'situation changed', 'situation shared', 'situation confirmed', 'situation put right')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  // FORCE would hide every row from an owner that is no superuser.
  const forced = ['activity', 'plan']
  for (const table of forced) await sql.raw(`alter table ${table} no force row level security`).execute(db)
  for (const statement of statements) await sql.raw(statement).execute(db)
  for (const table of forced) await sql.raw(`alter table ${table} force row level security`).execute(db)
}
