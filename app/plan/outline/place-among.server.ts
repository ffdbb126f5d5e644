import { sql } from 'kysely'

/** The place of a row among these ids: gives many rows their positions in one update. @param first the position of the first one */
export const placeAmong = (ids: readonly string[], first = 0) =>
  sql<number>`array_position(${ids}::uuid[], ${sql.ref('id')}) - 1 + ${first}::int`
