import { rowsOf, shownTaskOf, milestoneOf } from './table-rows.ts'

/** Where tasks go: below `after` in a milestone; first for an empty one, last without one. */
export type RowPlace = { milestoneId: string; after?: string }

/**
 * Where Alt with an arrow takes a row, and those that are selected with it: up and down by one task, past the end of its milestone into
 * the next one; left and right to the milestone before and after. Undefined where the plan ends.
 * @param moving ids of the tasks that move
 */
export function rowMove(row: Element, key: string, moving: ReadonlySet<string>): RowPlace | undefined {
  const table = row.closest('.table')
  const group = row.closest('.milestone')
  if (!table || !group) return undefined
  const groups = [...table.querySelectorAll('.milestone')]
  const at = groups.indexOf(group)
  const to = (index: number, place: { after?: string }): RowPlace | undefined => {
    const milestoneId = groups[index] && milestoneOf(groups[index])
    return milestoneId ? { milestoneId, ...place } : undefined
  }
  const tasks = rowsOf(group).flatMap((it) => shownTaskOf(it) ?? [])
  const others = tasks.filter((id) => !moving.has(id))
  /** How many of the others stand above a place of the list. */
  const above = (index: number) => tasks.slice(0, index).filter((id) => !moving.has(id)).length
  if (key === 'ArrowLeft') return to(at - 1, {})
  if (key === 'ArrowRight') return to(at + 1, { after: '' })
  if (key === 'ArrowUp') {
    const before = above(tasks.findIndex((id) => moving.has(id)))
    return before > 0 ? to(at, { after: others[before - 2] ?? '' }) : to(at - 1, {})
  }
  if (key !== 'ArrowDown') return undefined
  const next = others[above(tasks.findLastIndex((id) => moving.has(id)))]
  return next ? to(at, { after: next }) : to(at + 1, { after: '' })
}
