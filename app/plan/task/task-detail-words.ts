import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { taskStatusWords } from '../core/task-words.ts'

export const taskDetailWords = {
  edit: 'Edit this task',
  dependsOn: 'Depends on',
  noDependencies: 'No dependencies.',
  requiredFor: 'Required for',
  notRequired: 'No task depends on this one.',
  activity: mainPageNames.activity,
}

export const taskFactsWords = {
  status: 'Status',
  started: taskStatusWords.started,
  open: taskStatusWords.open,
  milestone: labels.milestone,
  dates: 'Dates',
  latestStart: 'Latest start',
  buffer: 'Buffer',
  sentBack: 'Sent back',
}

/** A task that another waits for, and how: "Contract at Legal: 2 working days later". */
export const linkedTaskParts = <Title>(title: Title, terms: string) =>
  terms ? sentenceParts`${title}: ${terms}` : sentenceParts`${title}`

/** Where a task stands: "Signed (Purchase)". */
export const milestoneOfTask = (milestone: string, stage: string): string => `${milestone} (${stage})`

/** When a task can be finished: "every second Tuesday (board meets)". */
export const sittingsOfTask = (rule: string, name: string | null): string => (name ? `${rule} (${name})` : rule)

/** Who sent a task back, and why. */
export const sentBackFact = ({ by, reason }: { by: string; reason: string }): string => `${by}: ${reason}`
