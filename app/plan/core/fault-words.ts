import { capital } from '#app/ui/name-words.ts'

/** @param names of tasks, each of which depends on the next, and the last on the first */
export const circleWords = (names: readonly string[]): string =>
  `These tasks would depend on each other: ${[...names, names[0]].join(' → ')}.`

/** A fault of a task on a page that is not about this task alone. */
export const faultOfTaskWords = (task: string, fault: string): string => `${capital(task)}: ${fault}`
