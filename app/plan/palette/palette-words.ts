import { buttonWords } from '#app/ui/button-words.ts'

export const paletteWords = {
  /** The buttons that open it, and its own name. */
  title: 'Search tasks and commands',
  hint: 'Type a task, a milestone or a command',
  none: 'No task or command matches.',
  close: buttonWords.close,
}

/** What an entry is, beside its text. */
export const entryKindWords = {
  task: 'Task',
  milestone: 'Milestone',
  command: 'Command',
} as const
