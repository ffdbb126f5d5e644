import { type Expression, sql } from 'kysely'

/**
 * When a day starts in a time zone, for a comparison within a query: at another instant in each zone, and days have 23 or 25 hours too.
 * @param after so many days later: 1 for the end of the day
 */
export const startOfDay = (day: string, timeZone: string | Expression<string>, after = 0) =>
  sql<Date>`((${day}::date + ${after}::int)::timestamp at time zone ${timeZone})`
