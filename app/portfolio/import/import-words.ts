import { bounds } from '#app/kit/limits.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'
import { noOwnerWords } from '#app/plan/view/plan-words.ts'

const mostMegabytes = bounds.importedFile / 1024 / 1024

export const importWords = {
  title: pageNames.importPlan,
  intro: 'Nothing is saved before you have seen the plan and pressed Create plan.',
  file: 'File',
  fileHint: `Excel (XLSX), CSV, or a plan that was exported as JSON, up to ${mostMegabytes} MB`,
  pasted: 'Or paste cells',
  pastedHint: 'Copied from a spreadsheet, with the names of the columns',
  read: 'Continue',
  reading: 'Reading…',
  check: 'Check the plan',
  another: 'Choose another file',
  milestone: labels.milestone,
  task: 'Task',
  owner: taskLabels.owner,
  side: taskLabels.side,
  workingDays: taskLabels.durationDays,
  noOwner: noOwnerWords,
}

export const importRefusals = {
  tooLarge: `This file is too large. A file to import has up to ${mostMegabytes} MB.`,
}

/** What a plan from a file has. */
export const importedSizeWords = (milestones: number, tasks: number): string =>
  `${count(milestones, 'milestone')}, ${count(tasks, 'task')}`

/** A fault of a file, with where it stands. */
export const faultAtWords = (at: string, message: string): string => (at === '' ? message : `${at}: ${message}`)

/** After the faults that are told. */
export const moreFaultsWords = (more: number): string => `And ${count(more, 'more problem')}.`
