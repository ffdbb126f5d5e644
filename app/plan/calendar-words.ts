import type { StoredCalendar } from './calendar.ts'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A calendar as the activity tells of it. */
export const calendarWords = ({ workweek, region, closed }: StoredCalendar): string =>
  [
    workweek.map((day) => weekdays[day - 1]).join(' '),
    region ? `holidays of ${region}` : 'no public holidays',
    ...closed.map(({ from, to, why }) => `${why} ${from} to ${to}`),
  ].join('; ')
