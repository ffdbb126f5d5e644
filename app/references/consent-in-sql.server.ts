import { type SqlBool, sql } from 'kysely'

/** The last day of a consent; null for one without an end. For a query that joins `reference`. */
export const lastDayOfConsent = sql<string>`(reference.limits::jsonb ->> 'until')::date`

/** Whether the last day of a consent has passed in the time zone of its plan. For a query that joins `reference` and `plan`, as all below. */
export const hasConsentExpired = (now: Date) => sql<SqlBool>`coalesce(
  ${lastDayOfConsent} < (${now}::timestamptz at time zone plan.time_zone)::date, false)`

/** Whether a consent was given for the words of now. */
export const isConsentToTheseWords = sql<SqlBool>`coalesce((reference.covers ->> 'version')::int = plan.win_version, false)`

/** Whether a reference may be used: agreed to, for the words of now, and not expired; `answerOf` says the same of one. */
export const isReferenceUsable = (now: Date) =>
  sql<SqlBool>`(reference.state = 'agreed' and ${isConsentToTheseWords} and not ${hasConsentExpired(now)})`
