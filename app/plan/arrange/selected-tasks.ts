import { useSyncExternalStore } from 'react'

/**
 * The tasks that are selected on the plan page: one page is open in a window, and each of its rows listens for itself alone, so that
 * selecting one draws one.
 */
let selected: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Selects these tasks and no others. */
export function selectTasks(ids: Iterable<string>): void {
  selected = new Set(ids)
  for (const listener of listeners) listener()
}

/** Selects a task, or no longer. */
export function toggleTask(id: string): void {
  selectTasks(selected.has(id) ? [...selected].filter((it) => it !== id) : [...selected, id])
}

/** Selects no more than those of the selected tasks that are among these. */
export function keepSelected(ids: ReadonlySet<string>): void {
  const kept = [...selected].filter((id) => ids.has(id))
  if (kept.length < selected.size) selectTasks(kept)
}

export const selectedTasks = (): ReadonlySet<string> => selected

export const useSelectedTasks = (): ReadonlySet<string> => useSyncExternalStore(subscribe, selectedTasks, selectedTasks)

export const useIsSelected = (id: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => selected.has(id),
    () => false,
  )
