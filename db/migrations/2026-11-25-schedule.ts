import { type Kysely, sql } from 'kysely'

/**
 * What the schedule's pages keep: days on which a step can be finished, how long it may take at best and at worst, the dates
 * that were agreed, where a plan's calendar came from, and whether the forecast is the customer's to read.
 */
const columns = `
alter table plan
  add column calendar_from text check (calendar_from in ('account', 'workspace')),
  add column calendar_checked_at timestamptz,
  add column calendar_checked_by text,
  add column forecast_shared_at timestamptz,
  add constraint calendar_checked check (num_nonnulls(calendar_checked_at, calendar_checked_by) in (0, 2));

alter table task
  add column sittings jsonb,
  add column optimistic_days integer,
  add column pessimistic_days integer,
  add constraint spread_whole check (num_nonnulls(optimistic_days, pessimistic_days) in (0, 2)),
  add constraint spread_around check (optimistic_days between 0 and duration_days),
  add constraint spread_beyond check (pessimistic_days between duration_days and 10000);

alter table baseline add column dates jsonb;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(columns).execute(db)
}
