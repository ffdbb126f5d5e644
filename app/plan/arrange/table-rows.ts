/** The table of the plan as it stands on the page: what belongs to which milestone, and in what order. */

const idAfter = (prefix: string, element: Element | null | undefined): string | undefined =>
  element?.id.startsWith(prefix) ? element.id.slice(prefix.length) : undefined

/** The id of the task that a row shows; of one that is hidden from the reader there is none to name. */
export const shownTaskOf = (row: Element): string | undefined =>
  row.classList.contains('hidden-task') ? undefined : idAfter('task-', row)

/** The id of the milestone whose tasks a group holds. */
export const milestoneOf = (group: Element): string | undefined => idAfter('point-', group.querySelector('.ms'))

/** What stands below the tasks of a milestone: the row of new ones, else its point. */
export const endOf = (group: Element): Element | null => group.querySelector('.add-row') ?? group.querySelector('.ms')

/** The rows of tasks in a milestone or in the whole table. */
export const rowsOf = (group: Element): Element[] => [...group.querySelectorAll('.row')]

/** Rows that are not within a stage that is folded. */
export const openRowsOf = (table: Element): Element[] =>
  rowsOf(table).filter((row) => !row.closest('details:not([open])') && shownTaskOf(row) !== undefined)

/** The row of a task. */
export const rowOfTask = (taskId: string): HTMLElement | null => document.getElementById(`task-${taskId}`)

/** The id of the milestone in which a task stands. */
export function milestoneAround(taskId: string): string | undefined {
  const group = rowOfTask(taskId)?.closest('.milestone')
  return group ? milestoneOf(group) : undefined
}

/** The id of what stands below a task in its milestone once some tasks are gone: the row of the next one, or the milestone's point. */
export function idBelow(taskId: string, gone: ReadonlySet<string>): string {
  const row = rowOfTask(taskId)
  const group = row?.closest('.milestone')
  if (!row || !group) return ''
  const rows = rowsOf(group)
  const next = rows.slice(rows.indexOf(row)).find((it) => {
    const id = shownTaskOf(it)
    return id !== undefined && !gone.has(id)
  })
  return (next ?? group.querySelector('.ms'))?.id ?? ''
}
