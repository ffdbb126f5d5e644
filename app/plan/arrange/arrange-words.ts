import { count } from '#app/ui/amount-words.ts'
import { quoted } from '#app/ui/name-words.ts'

/** Names the box that selects a task. */
export const selectWords = (title: string): string => `Select ${title}`

/** How many tasks are selected, and the keys for what can be done with them. */
export const selectedWords = (tasks: number): string => `${count(tasks, 'task')} selected`

/** What is carried along by the pointer. @param title of the one task that is */
export const draggedWords = (tasks: number, title: string): string => (tasks === 1 ? title : count(tasks, 'task'))

/** What is asked before something is kept that changes dates. */
export const confirmArrangeWords = {
  move: (tasks: number, milestone: string): string => `Move ${count(tasks, 'task')} to ${quoted(milestone)}?`,
  remove: (tasks: number): string => `Delete ${count(tasks, 'task')}?`,
}

export const arrangeWords = {
  bar: 'Selected tasks',
  owner: 'Owner',
  moveTo: 'Move to',
  move: 'Move',
  remove: 'Delete',
  clear: 'Clear selection',
  /** The keys of the buttons. */
  keys: 'Keys: O for the owner, M to move, Delete, Escape to clear the selection',
  /** While changes are saved, one after the other. */
  saving: (changes: number): string => (changes === 1 ? 'Saving…' : `Saving ${count(changes, 'change')}…`),
  notDone: 'This could not be changed. Reload the page and try again.',
  dates: 'How this affects dates',
}
