/** Where a task goes by one key: below `after` in a milestone; first for an empty one, last without one. */
export type RowMove = { milestoneId: string; after?: string }

const idAfter = (prefix: string, element: Element | null | undefined): string | undefined =>
  element?.id.startsWith(prefix) ? element.id.slice(prefix.length) : undefined

/** The id of the task that a row shows; of one that is hidden from the reader there is none to name. */
const taskOf = (row: Element): string | undefined =>
  row.classList.contains('hidden-task') ? undefined : idAfter('task-', row)

const milestoneOf = (group: Element): string | undefined => idAfter('point-', group.querySelector('.ms'))

/**
 * Where Alt with an arrow takes a row: up and down by one task, past the end of its milestone into the next one; left and right to the
 * milestone before and after. Undefined where the plan ends.
 */
export function rowMove(within: Element, key: string): RowMove | undefined {
  const row = within.closest('.row')
  const table = within.closest('.table')
  const group = within.closest('.milestone')
  if (!row || !table || !group) return undefined
  const groups = [...table.querySelectorAll('.milestone')]
  const at = groups.indexOf(group)
  const to = (index: number, place: { after?: string }): RowMove | undefined => {
    const milestoneId = groups[index] && milestoneOf(groups[index])
    return milestoneId ? { milestoneId, ...place } : undefined
  }
  const tasks = [...group.querySelectorAll('.row')].flatMap((it) => taskOf(it) ?? [])
  const own = tasks.indexOf(taskOf(row) ?? '')
  if (key === 'ArrowLeft') return to(at - 1, {})
  if (key === 'ArrowRight') return to(at + 1, { after: '' })
  if (key === 'ArrowUp') return own > 0 ? to(at, { after: tasks[own - 2] ?? '' }) : to(at - 1, {})
  if (key !== 'ArrowDown') return undefined
  const next = tasks[own + 1]
  return next ? to(at, { after: next }) : to(at + 1, { after: '' })
}
