import { type SqlBool, sql } from 'kysely'

/** The last day of a consent; null for one without an end. For a query that joins `reference`. */
export const lastDayOfConsent = sql<string>`(reference.limits::jsonb ->> 'until')::date`

/** Whether the last day of a consent has passed in the time zone of its plan. For a query that joins `reference` and `plan`, as all below. */
export const hasConsentExpired = (now: Date) => sql<SqlBool>`coalesce(
  ${lastDayOfConsent} < (${now}::timestamptz at time zone plan.time_zone)::date, false)`

/** Whether a consent was given for the words of now. */
export const isConsentToTheseWords = sql<SqlBool>`coalesce((reference.covers ->> 'version')::int = plan.win_version, false)`

/** Whether an agreed reference may be used, as `answerOf` says of a consent. */
export const isConsentInEffect = (now: Date) =>
  sql<SqlBool>`(${isConsentToTheseWords} and not ${hasConsentExpired(now)})`
