import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { hour } from '#app/kit/durations.ts'
import { calendarSpecOf } from '#app/schedule/calendar-spec-of.ts'
import { storedCalendar } from '#app/schedule/stored-calendar.ts'
import { calendarFor } from '#app/schedule/working-days.ts'
import { type WorkingHours, afterWorkingTime } from './working-hours.ts'

/** What a workspace's settings say of answers: within how many working hours, and when it works. */
export type AnswerSettings = { answerHours: number; answerFrom: string; answerTo: string; timeZone: string }

/** The columns of `AnswerSettings`. */
export const answerSettingColumns = [
  'workspace.answerHours',
  'workspace.answerFrom',
  'workspace.answerTo',
  'workspace.timeZone',
] as const

/** The vendor's working hours by a plan's calendar, near a moment. */
export const answerHoursOf = (
  vendorCalendar: unknown,
  { answerFrom, answerTo, timeZone }: Omit<AnswerSettings, 'answerHours'>,
  near: Date,
): WorkingHours => ({
  calendar: calendarFor(
    { vendor: calendarSpecOf(storedCalendar.parse(vendorCalendar)) },
    'vendor',
    todayIn(timeZone, near),
  ),
  timeZone,
  from: answerFrom,
  to: answerTo,
})

/** By when a question that is asked now is to be answered. */
export const promisedAnswerAt = (vendorCalendar: unknown, answering: AnswerSettings, now: Date): Date =>
  afterWorkingTime(now, answering.answerHours * hour, answerHoursOf(vendorCalendar, answering, now))

/** How soon and within which hours a workspace promises answers. @throws NoResultError for one that does not exist */
export const findAnswerSettings = (trx: WorkspaceReading, workspaceId: string): Promise<AnswerSettings> =>
  trx
    .selectFrom('workspace')
    .select(answerSettingColumns)
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirstOrThrow()
