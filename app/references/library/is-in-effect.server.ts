import { type SqlBool, sql } from 'kysely'

/**
 * As `answerOf` says of a consent, within a query that joins `reference` and `plan`: its words are those of now, and its last day has not
 * passed in the plan's time zone.
 */
export const isInEffect = (now: Date) => sql<SqlBool>`
  (reference.covers ->> 'version')::int = plan.win_version
  and coalesce((reference.limits::jsonb ->> 'until')::date >= (${now}::timestamptz at time zone plan.time_zone)::date, true)`
