import { shortSpan } from '#app/ui/date-words.ts'
import { latestWords } from '../view/plan-words.ts'
import type { TaskView } from '../view/plan-view.ts'

type Dated = Pick<TaskView, 'startedOn' | 'doneOn' | 'earlyStart' | 'earlyFinish' | 'dueOn'>

/** When a task runs, and the day by which it must be done: "7–18 Dec · latest 10 Feb". Of a done task, when it ran. */
export function taskDatesWords({ startedOn, doneOn, earlyStart, earlyFinish, dueOn }: Dated, today: string): string {
  const start = startedOn ?? earlyStart
  if (doneOn) return shortSpan(start < doneOn ? start : doneOn, doneOn, today)
  return `${shortSpan(start, earlyFinish, today)} · ${latestWords(dueOn, today)}`
}
