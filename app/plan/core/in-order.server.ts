import { sql } from 'kysely'

/** The place of a row among these ids, from 0: gives many rows their positions in one update. */
export const placeAmong = (ids: readonly string[]) => sql<number>`array_position(${ids}::uuid[], ${sql.ref('id')}) - 1`

/** A list with some of its members at another place: below `after`, first for null, last for undefined. */
export function reordered<Item extends { id: string }>(
  others: readonly Item[],
  moving: readonly Item[],
  after: string | null | undefined,
): Item[] {
  const at = after === undefined ? others.length : others.findIndex(({ id }) => id === after) + 1
  return [...others.slice(0, at), ...moving, ...others.slice(at)]
}
