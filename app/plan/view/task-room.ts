import { day } from '#app/kit/durations.ts'
import type { TaskView } from './plan-view.ts'

/** How much room a task has: `none` and `scarce` in working days of buffer, and when to start it, where that is near. */
export type TaskRoom = 'done' | 'late' | 'start today' | 'start tomorrow' | 'none' | 'scarce' | 'ample'

/** Up to this many working days, buffer is mentioned: with more, it is no reason to hurry. */
const scarceDays = 5

const addDay = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)

/** The room of a task, seen from a day. */
export function roomOf({ status, slackDays, lateStart }: TaskView, today: string): TaskRoom {
  if (status === 'done') return 'done'
  if (slackDays < 0) return 'late'
  if (status === 'open' && lateStart <= today) return 'start today'
  if (status === 'open' && lateStart === addDay(today)) return 'start tomorrow'
  if (slackDays === 0) return 'none'
  return slackDays <= scarceDays ? 'scarce' : 'ample'
}
