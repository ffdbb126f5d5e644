import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import { taskDetailWords } from '#app/plan/task/task-detail-words.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'

/** The columns and sheets of a plan's file. */
export const planColumnWords = {
  tasks: 'Tasks',
  plan: 'Plan',
  fact: 'Field',
  value: 'Value',
  number: 'No.',
  stage: labels.stage,
  milestone: labels.milestone,
  task: 'Task',
  owner: taskLabels.owner,
  side: taskLabels.side,
  status: 'Status',
  workingDays: taskLabels.durationDays,
  start: 'Start',
  finish: 'Finish',
  dueDate: 'Due date',
  doneOn: 'Completion date',
  buffer: 'Buffer in days',
  dependsOn: taskDetailWords.dependsOn,
  private: taskLabels.private,
  yes: 'Yes',
  vendor: 'Vendor',
  asOf: 'As of',
  bufferDays: 'Buffer in working days',
  agreedOn: 'Agreed on',
  wonOn: 'First win confirmed on',
}

/** The columns of the file of all plans. */
export const plansColumnWords = {
  plans: mainPageNames.plans,
  account: labels.account,
  project: termLabels.project,
  state: labels.state,
  lead: labels.lead,
  headline: labels.headline,
  status: 'Status',
  goal: 'Next goal',
  goalOn: 'Goal date',
  criticalDate: termLabels.criticalDate,
  winBy: termLabels.winBy,
}

/** Below the list of plans. */
export const plansFileWords = { asExcel: 'Export plans as Excel', asCsv: 'Export plans as CSV' }

export const planExportWords = {
  title: mainPageNames.exported,
  intro: 'The plan as you see it now, to keep or to pass on.',
  download: 'Download',
  private: 'Include private tasks',
  privateHint: (company: string): string =>
    `Only people of ${isolateDirection(company)} see them in the plan. In a file, anyone who gets it does.`,
  otherSide: (company: string): string => `Private tasks of ${isolateDirection(company)} are not included.`,
}

export const exportFormatWords = {
  xlsx: { name: 'Excel (XLSX)', hint: 'One sheet with the tasks and one with the dates and the first win' },
  csv: { name: 'CSV', hint: 'The tasks, for any spreadsheet or program' },
  json: { name: 'JSON', hint: 'The whole plan. You can import it as a new plan' },
}
