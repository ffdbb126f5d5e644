import { day } from '#app/kit/durations.ts'
import type { TaskView } from './plan-view.ts'

/** How much buffer a task has left: `none` and `scarce` in working days of buffer, and when to start it, where that is near. */
export type BufferLeft = 'done' | 'late' | 'start today' | 'start tomorrow' | 'none' | 'scarce' | 'ample'

/** Up to this many working days, buffer is mentioned: with more, it is no reason to hurry. */
const scarceDays = 5

const addDay = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)

/** What a task has left, seen from a day. */
export function bufferLeftOf({ status, slackDays, lateStart }: TaskView, today: string): BufferLeft {
  if (status === 'done') return 'done'
  if (slackDays < 0) return 'late'
  if (status === 'open' && lateStart <= today) return 'start today'
  if (status === 'open' && lateStart === addDay(today)) return 'start tomorrow'
  if (slackDays === 0) return 'none'
  return slackDays <= scarceDays ? 'scarce' : 'ample'
}
