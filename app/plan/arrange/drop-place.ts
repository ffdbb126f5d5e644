import type { RowPlace } from './row-move.ts'
import { endOf, milestoneOf, rowsOf, shownTaskOf } from './table-rows.ts'

/** A place between rows, and the height in the window at which a line shows it. */
export type DropPlace<Place> = { place: Place; y: number }

/** The task above a place of a milestone that does not move and that the reader may name; empty for none. */
function above(group: Element, before: Element | null, moving: ReadonlySet<string>): string {
  const rows = rowsOf(group)
  const until = before ? rows.indexOf(before) : rows.length
  const ids = rows.slice(0, until).flatMap((row) => shownTaskOf(row) ?? [])
  return ids.findLast((id) => !moving.has(id)) ?? ''
}

const isUpperHalf = ({ top, height }: DOMRect, y: number) => y < top + height / 2

/**
 * Where tasks come that are dropped on an element of the table: above or below a row, at the end of a milestone on its point, first in a stage
 * on its name and on the point beside it. Undefined where nothing would change, and elsewhere.
 * @param y of the pointer in the window
 */
export function taskPlaceAt(
  element: Element | null,
  y: number,
  moving: ReadonlySet<string>,
): DropPlace<RowPlace> | undefined {
  const name = element?.closest('summary, .one-line .ms')
  const stage = name?.closest('.stage')
  const group = stage ? stage.querySelector('.milestone') : element?.closest('.milestone')
  const milestoneId = group && milestoneOf(group)
  if (!group || !milestoneId) return undefined
  const row = stage ? (rowsOf(group)[0] ?? null) : (element?.closest('.row') ?? null)
  const isAbove = row !== null && (stage !== undefined || isUpperHalf(row.getBoundingClientRect(), y))
  const next = row && !isAbove ? (row.nextElementSibling?.closest('.row') ?? null) : row
  const line = next ?? endOf(group)
  const place = { milestoneId, after: above(group, next, moving) }
  if (!line || isHere(group, place.after, moving)) return undefined
  return { place, y: name ? name.getBoundingClientRect().bottom : line.getBoundingClientRect().top }
}

/** Whether all that moves stands there already, one below the other. */
function isHere(group: Element, after: string, moving: ReadonlySet<string>): boolean {
  const ids = rowsOf(group).flatMap((row) => shownTaskOf(row) ?? [])
  const from = ids.indexOf(after) + 1
  return ids.slice(from, from + moving.size).filter((id) => moving.has(id)).length === moving.size
}

/** A milestone's place within its stage: below `after`, first for an empty one. */
export type MilestonePlace = { milestoneId: string; after: string }

/**
 * Where a milestone comes that is dropped on an element of its stage. Undefined where it would stay, and behind a goal.
 * @param goals ids of the milestones that stay last
 */
export function milestonePlaceAt(
  element: Element | null,
  y: number,
  { moving, goals }: { moving: Element; goals: ReadonlySet<string> },
): DropPlace<MilestonePlace> | undefined {
  const over = element?.closest('.milestone')
  const stage = moving.closest('.stage')
  if (!over || !stage || over.closest('.stage') !== stage) return undefined
  const siblings = [...stage.querySelectorAll('.milestone')]
  const rect = over.getBoundingClientRect()
  const at = siblings.indexOf(over) + (isUpperHalf(rect, y) ? 0 : 1)
  const place = milestonePlace(siblings, moving, at, goals)
  return place && { place, y: isUpperHalf(rect, y) ? rect.top : rect.bottom }
}

/**
 * A milestone's place before one of its siblings.
 * @param at the index of that sibling; of none for the end
 */
export function milestonePlace(
  siblings: readonly Element[],
  moving: Element,
  at: number,
  goals: ReadonlySet<string>,
): MilestonePlace | undefined {
  const own = siblings.indexOf(moving)
  const milestoneId = milestoneOf(moving)
  if (!milestoneId || goals.has(milestoneId) || at < 0 || at > siblings.length || at === own || at === own + 1)
    return undefined
  const before = siblings.slice(0, at).findLast((it) => it !== moving)
  const after = before ? (milestoneOf(before) ?? '') : ''
  return goals.has(after) ? undefined : { milestoneId, after }
}
