/** One place up and one place down in a list: what the mover then comes below, null for the first place. Undefined where it cannot go. */
export type OnePlaceMoves = { up?: string | null; down?: string }

/** Where a member of a list can go by one place. */
export function movesOf(ids: readonly string[], id: string): OnePlaceMoves {
  const at = ids.indexOf(id)
  const next = ids[at + 1]
  return {
    ...(at > 0 && { up: ids[at - 2] ?? null }),
    ...(at >= 0 && next !== undefined && { down: next }),
  }
}

/** A list with some of its members at another place: below `after`, first for null, last for undefined. */
export function moveItems<Item extends { id: string }>(
  others: readonly Item[],
  moving: readonly Item[],
  after: string | null | undefined,
): Item[] {
  const at = after === undefined ? others.length : others.findIndex(({ id }) => id === after) + 1
  return [...others.slice(0, at), ...moving, ...others.slice(at)]
}
