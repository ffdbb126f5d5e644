import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { count } from '#app/ui/amount-words.ts'

/** What the row in which tasks are typed is for. */
export const newTaskFor = (milestone: string): string => `New task for ${milestone}`

/** A choice of which task a new one follows. */
export const afterWords = (title: string): string => `after ${title}`

/** Said while titles are sent, and how many lines the field holds before that. */
export const addingWords = (tasks: number): string => `Adding ${count(tasks, 'task')}…`
export const holdsWords = (tasks: number): string => `Enter adds ${count(tasks, 'task')}`

/** What stands behind a number of working days that is being typed. */
export const dayUnit = (days: string): string => (days === '1' ? 'day' : 'days')

/** The row as it stands before it is used. */
export const standingRowWords = {
  placeholder: mainPageNames.newTask,
  add: 'Add',
}

export const typedTasksWords = {
  allFields: 'All fields',
  starts: 'Starts',
  anyTime: 'any time',
}
