import { shortDate } from '#app/ui/date-words.ts'
import type { TaskView } from '../view/plan-view.ts'

/** "7–18 Dec", "28 Nov – 4 Dec", "30 Dec – 8 Jan 2027": years as `shortDate`, the month once where it stays. */
function shortSpan(from: string, to: string, today: string): string {
  if (from === to) return shortDate(to, today)
  const last = shortDate(to, today)
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${Number(from.slice(8, 10))}–${last}`
    : `${shortDate(from, today)} – ${last}`
}

type Dated = Pick<TaskView, 'startedOn' | 'doneOn' | 'earlyStart' | 'earlyFinish' | 'dueOn'>

/** When a task runs, and the day by which it must be done: "7–18 Dec · latest 10 Feb". Of a done task, when it ran. */
export function taskDatesWords({ startedOn, doneOn, earlyStart, earlyFinish, dueOn }: Dated, today: string): string {
  const start = startedOn ?? earlyStart
  if (doneOn) return shortSpan(start < doneOn ? start : doneOn, doneOn, today)
  return `${shortSpan(start, earlyFinish, today)} · latest ${shortDate(dueOn, today)}`
}
