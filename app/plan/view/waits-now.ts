import { type WorkCalendar, nextWorkingDay, workingDaysBetween } from '#app/schedule/working-days.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { TaskView } from './plan-view.ts'

/** Working days ahead, in the side's calendar, from which a task counts as due. */
export const soonDays = 3

/** Whether an open task asks for something today, or on the next working day of its side: it is under way or can start; `urgent` where it must soon be done, or must start. */
export function waitsNow(
  { status, slackDays, earlyStart, lateStart, dueOn }: TaskView,
  calendar: WorkCalendar,
  today: IsoDate,
): 'urgent' | 'open' | null {
  const workday = nextWorkingDay(calendar, today) ?? today
  const canBegin = status === 'started' || earlyStart <= workday
  if (slackDays < 0 && canBegin) return 'urgent'
  if (workingDaysBetween(calendar, today, dueOn) <= soonDays) return 'urgent'
  if (status === 'open' && (lateStart <= workday || lateStart === addDays(today, 1))) return 'urgent'
  return canBegin ? 'open' : null
}
