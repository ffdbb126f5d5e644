import { labels } from '#app/kit/label-words.ts'
import { taskDetailWords } from '#app/plan/task/task-detail-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'
import { planColumnWords } from '../export/export-words.ts'
import type { ImportField } from './import-fields.ts'

/** What each column of an imported table may hold. */
export const importFieldLabels: Record<ImportField, string> = {
  title: planColumnWords.task,
  owner: taskLabels.owner,
  status: planColumnWords.status,
  due: planColumnWords.dueDate,
  done: planColumnWords.doneOn,
  start: planColumnWords.start,
  days: taskLabels.durationDays,
  side: taskLabels.side,
  stage: labels.stage,
  milestone: labels.milestone,
  notes: taskLabels.description,
  number: planColumnWords.number,
  after: taskDetailWords.dependsOn,
}
