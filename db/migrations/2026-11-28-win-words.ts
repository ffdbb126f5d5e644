import { type Kysely, sql } from 'kysely'

/**
 * What was confirmed is kept with the confirmation, word for word, and a consent with the words that it covers. `win_version`
 * rises whenever the words of a plan's first win change, so that nobody confirms or consents to words other than those read.
 * Measurements are values that were taken before the first win was confirmed.
 */
const columns = [
  'alter table plan add column win_version integer not null default 1',
  `alter table win_result
     add column statement text,
     add column measure text,
     add column unit text,
     add column baseline numeric,
     add column target numeric,
     add column win_by date,
     add column announced_to text`,
  'alter table reference add column covers jsonb',
]

const filled = ['plan', 'win_result', 'reference']

const fill = [
  `update win_result set
     statement = plan.win_statement, measure = plan.win_measure, unit = plan.win_unit, baseline = plan.win_baseline,
     target = plan.win_target, win_by = plan.win_by, announced_to = plan.win_announced_to
   from plan
   where plan.workspace_id = win_result.workspace_id and plan.id = win_result.plan_id`,
  `update reference set covers = jsonb_build_object(
     'version', 1, 'statement', win_result.statement, 'measure', win_result.measure, 'unit', win_result.unit,
     'baseline', win_result.baseline, 'target', win_result.target, 'measured', win_result.measured)
   from win_result
   where win_result.workspace_id = reference.workspace_id and win_result.plan_id = reference.plan_id
     and reference.state = 'agreed'`,
]

const constraints = [
  ...['statement', 'measure', 'unit', 'baseline', 'target', 'win_by', 'announced_to'].map(
    (column) => `alter table win_result alter column ${column} set not null`,
  ),
  'alter table win_result add constraint target_is_no_baseline check (target <> baseline)',
  "alter table reference add constraint consent_covers_words check ((state = 'agreed') = (covers is not null))",
]

const measurements = [
  `create table measurement (
     workspace_id uuid not null references workspace,
     id uuid not null,
     plan_id uuid not null,
     measured numeric not null,
     measured_on date not null,
     participant_id uuid not null,
     created_at timestamptz not null,
     primary key (workspace_id, id),
     foreign key (workspace_id, plan_id) references plan,
     foreign key (workspace_id, participant_id) references participant
   )`,
  'create index measurement_of_plan on measurement (workspace_id, plan_id, created_at desc)',
  'alter table measurement enable row level security',
  'alter table measurement force row level security',
  `create policy one_workspace on measurement
     using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
     with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)`,
  'grant select, insert, update, delete on measurement to firstwin_app',
]

/** Forced row-level security binds the owner too, who then sees no row outside a workspace. */
const forced = (words: 'force' | 'no force') => filled.map((name) => `alter table ${name} ${words} row level security`)

export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [...columns, ...forced('no force'), ...fill, ...forced('force'), ...constraints, ...measurements]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
