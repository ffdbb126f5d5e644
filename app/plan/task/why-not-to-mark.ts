import { resultStatusWords } from '../core/result-words.ts'
import { lacksResult } from '../core/task-result.ts'
import type { TaskView } from '../view/plan-view.ts'
import { notToMarkWords } from './mark-done-words.ts'

type Asked = {
  task: Pick<TaskView, 'doneOn' | 'result'>
  today: string
  /** Why nothing on the plan can change; null while it can. */
  closed: string | null
  mayComplete: boolean
}

/** Why a reader who comes from an email cannot mark a task done now, in words; null where they can. What is true for good comes first. */
export function whyNotToMark({ task, today, closed, mayComplete }: Asked): string | null {
  if (task.doneOn !== null) return notToMarkWords.done(task.doneOn, today)
  if (closed !== null) return closed
  if (!mayComplete) return notToMarkWords.viewOnly
  return task.result && lacksResult(task) ? notToMarkWords.resultFirst(resultStatusWords(task.result)) : null
}
