import { buttonWords } from '#app/ui/button-words.ts'

export const shortcutListWords = {
  title: 'Keyboard shortcuts',
  where: 'Shortcuts work while a task in the plan has focus.',
  close: buttonWords.close,
  keys: 'Key',
  action: 'What it does',
}

/** The shortcuts: each of the keys is enough, and a space joins keys that are held down together. */
export const shortcutsWords: readonly { keys: readonly string[]; action: string }[] = [
  { keys: ['↑', '↓', '←', '→'], action: 'Go to the next task or cell' },
  { keys: ['Enter'], action: 'Open the task, or edit the cell' },
  { keys: ['E', 'F2'], action: 'Edit the title or the cell' },
  { keys: ['Space'], action: 'Mark the task done, or not done' },
  { keys: ['N'], action: 'Add a task to the milestone' },
  { keys: ['X'], action: 'Select the task' },
  { keys: ['Shift ↑', 'Shift ↓'], action: 'Select more tasks' },
  { keys: ['Alt ↑', 'Alt ↓'], action: 'Move the task, the selected tasks or the milestone' },
  { keys: ['Alt ←', 'Alt →'], action: 'Move to the milestone before or after' },
  { keys: ['O'], action: 'Set the owner of the selected tasks' },
  { keys: ['M'], action: 'Move the selected tasks to a milestone' },
  { keys: ['Delete'], action: 'Delete the selected tasks' },
  { keys: ['Esc'], action: 'Clear the selection, or discard a what-if' },
  { keys: ['Ctrl K', '⌘ K'], action: 'Search tasks and commands, anywhere on the plan page' },
  { keys: ['?'], action: 'Show this list' },
]
