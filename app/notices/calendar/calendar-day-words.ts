import { longDate } from '#app/ui/date-words.ts'

/** What calendars show. */
export const calendarDayWords = {
  calendar: (workspace: string): string => `Plans with ${workspace}`,
  ownCalendar: 'Plans on Firstwin',
  task: (title: string, other: string): string => `Due: ${title} (${other})`,
  goLive: (other: string): string => `Go-live due (${other})`,
  firstWin: (other: string): string => `First win due (${other})`,
  project: (project: string): string => `Plan: ${project}`,
  expected: (project: string, expected: string): string => `Plan: ${project}\nExpected on ${longDate(expected)}`,
}
