import { isolateDirection } from '#app/kit/plain-text.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export const paletteWords = {
  /** The buttons that open it, and its own name. */
  title: 'Search tasks and commands',
  hint: 'Type a task, a milestone or a command',
  none: 'No task or command matches.',
  close: buttonWords.close,
  everywhere: (typed: string): string => `Find “${isolateDirection(typed)}” in all plans`,
}

/** What an entry is, beside its text. */
export const entryKindWords = {
  task: 'Task',
  milestone: 'Milestone',
  command: 'Command',
  search: mainPageNames.search,
} as const
