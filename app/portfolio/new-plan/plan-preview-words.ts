import { count } from '#app/ui/amount-words.ts'
import { taskPageWords } from '#app/plan/task/task-page-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'

/** Opens the preview of a new plan. */
export const previewSummary = (tasks: number, milestones: number): string =>
  `Preview the plan: ${count(tasks, 'task')} in ${count(milestones, 'milestone')}`

export const planPreviewWords = {
  caption: 'The plan as the customer will see it',
  task: taskPageWords.title,
  owner: taskLabels.owner,
  planned: 'Planned',
  latest: 'Latest',
}
