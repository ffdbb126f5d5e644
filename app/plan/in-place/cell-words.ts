import { count } from '#app/ui/amount-words.ts'
import { type FormValues, oneValue } from '#app/ui/form-reply.ts'
import { possessive, quoted } from '#app/ui/name-words.ts'
import type { TaskView } from '../view/plan-view.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import type { PlanFrame } from '../view/plan-frame.ts'
import type { TaskChoices } from '../task/task-form-choices.ts'
import { sideWords } from '../core/side-words.ts'
import type { TaskCell, CellStatus } from './cells.ts'
import { taskLabels, taskStatusWords } from '../core/task-words.ts'

/** How the field of a cell is called. */
export const cellLabels: Record<TaskCell, string> = {
  title: taskLabels.title,
  side: taskLabels.side,
  owner: taskLabels.owner,
  dates: 'Working days and dates',
  status: 'Status',
}

export const statusWords: Record<CellStatus, string> = taskStatusWords

/** Names the button of a cell, with what stands there. */
export function changeCellWords(plan: PlanFrame, task: TaskView, cell: TaskCell): string {
  const { title } = task
  switch (cell) {
    case 'title':
      return `Rename ${title}`
    case 'side':
      return `Change side of ${title}: ${sideWords(plan, task.side)}`
    case 'owner':
      return `Change owner of ${title}: ${task.owner?.name ?? noOwnerWords}`
    case 'dates':
      return `Change working days and dates of ${title}: ${count(task.durationDays, 'working day')}`
    case 'status':
      return `Change status of ${title}: ${statusWords[task.status]}`
  }
}

/** Names the form of a cell. */
export const cellOfTask = (cell: TaskCell, title: string): string => `${cellLabels[cell]} of ${title}`

/** What is offered for a name that is no one's on the plan. */
export const someoneElseWords = (name: string): string => `Someone else: ${quoted(name)}`

/** What is offered for an email address. */
export const inviteWords = (email: string): string => `Invite ${email}`

/** How a posted value of a field reads to people. */
export function valueWords(plan: PlanFrame, choices: TaskChoices | null, field: string, value: string): string {
  if (field === 'side' && (value === 'vendor' || value === 'customer' || value === 'both'))
    return sideWords(plan, value)
  if (field === 'durationDays') return count(Number(value), 'working day')
  if (field !== 'owner') return value || 'empty'
  if (value === '') return noOwnerWords
  if (value === 'invited') return 'the person you invited'
  const { owners } = choices ?? {}
  const known = [owners?.vendor, owners?.customer, owners?.placeholders].flatMap((options) => options ?? [])
  return known.find((option) => option.value === value)?.text ?? value.replace(/^placeholder:/, '')
}

/** What stands in a cell while it is saved. */
export function sentCellWords(plan: PlanFrame, cell: TaskCell, sent: FormValues, choices: TaskChoices | null): string {
  const value = (field: string) => oneValue(sent[field], '')
  const said = (field: string) => valueWords(plan, choices, field, value(field))
  switch (cell) {
    case 'title':
      return value('title')
    case 'side':
      return said('side')
    case 'owner':
      return value('ownerName') || value('email') || said('owner')
    case 'dates':
      return said('durationDays')
    case 'status':
      return statusWords[
        sent['intent'] === 'complete-task' ? 'done' : sent['intent'] === 'start-task' ? 'started' : 'open'
      ]
  }
}

/** A choice between two versions of a field. @param by who wrote it, null for the reader */
export const keepVersionWords = (by: string | null, words: string): string =>
  by === null ? `Keep yours: ${words}` : `Use ${possessive(by)} version: ${words}`

export const choicesNotLoadedWords = 'This could not be loaded. Press Escape and try again.'

export const typeWords = (isLoading: boolean): string => (isLoading ? 'Loading…' : 'Type a name')

/** The tooltip of a title. */
export const renameWords = 'Rename'
