import { isolateDirection } from '#app/kit/plain-text.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { stages } from '#app/plan/core/stages.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'

const said = (text: string): string => `“${isolateDirection(text.length > 60 ? `${text.slice(0, 60)}…` : text)}”`

/** Why a row cannot be imported. */
export const importRowFaults = {
  noTitle: 'This row has no task.',
  noDay: (column: string, cell: string): string => `${column}: ${said(cell)} is not a date.`,
  farDay: (column: string, cell: string): string => `${column}: ${said(cell)} is more than ten years away.`,
  noDuration: (cell: string): string => `${said(cell)} is not a number of days.`,
  noStatus: (cell: string): string => `${said(cell)} is not a known status. Use Not started, Started or Done.`,
  noSide: (cell: string): string => `${said(cell)} is neither the customer nor your company.`,
  noStage: (cell: string): string =>
    `${said(cell)} is not a stage. The stages are ${listWords(stages.map((stage) => stageNames[stage]))}. You can import this column as Milestone.`,
  noPredecessor: (cell: string): string => `Depends on: ${said(cell)} is neither a number nor a task in this table.`,
  onItself: 'This task depends on itself.',
  manyLinks: (most: number): string => `A task can depend on at most ${most} others.`,
  inCycle: (rows: readonly string[]): string => `Rows ${listWords(rows)} depend on each other in a circle.`,
  doneWithoutDay: 'This task is done, but its completion date is missing.',
  doneLater: 'The completion date is in the future.',
  doneAndOpen: 'This task has a completion date, but its status says that it is not done.',
  doneBeforeStart: 'The completion date is before the start.',
  dueBeforeStart: 'The due date is before the start.',
}
