import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { hour } from '#app/kit/durations.ts'
import { answering } from '#app/kit/limits.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { calendarFor } from '#app/schedule/working-days.ts'
import { type WorkingHours, afterWorkingTime } from './working-hours.ts'

/** The vendor's working hours by a plan's calendar, near a moment. @param timeZone the workspace's */
export const hoursOf = (vendorCalendar: unknown, timeZone: string, near: Date): WorkingHours => ({
  calendar: calendarFor(
    { vendor: calendarSpecOf(storedCalendar.parse(vendorCalendar)) },
    'vendor',
    todayIn(timeZone, near),
  ),
  timeZone,
})

/** By when a question that is asked now is to be answered. */
export async function findPromise(
  trx: WorkspaceReading,
  workspaceId: string,
  { vendorCalendar }: { vendorCalendar: unknown },
  now: Date,
): Promise<Date> {
  const { timeZone } = await trx
    .selectFrom('workspace')
    .select('timeZone')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
  return afterWorkingTime(now, answering.hours * hour, hoursOf(vendorCalendar, timeZone, now))
}
