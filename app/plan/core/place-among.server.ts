import { sql } from 'kysely'

/** The place of a row among these ids, from 0: gives many rows their positions in one update. */
export const placeAmong = (ids: readonly string[]) => sql<number>`array_position(${ids}::uuid[], ${sql.ref('id')}) - 1`
