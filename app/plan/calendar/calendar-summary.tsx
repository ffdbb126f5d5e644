import { compareDates } from '#app/schedule/dates.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { closedWords, extraDayWords, holidayWords, worksOnWords } from '../core/calendar-words.ts'
import { type RegionOption, nameOfRegion } from './region-field.tsx'

export type CalendarSummaryProps = {
  company: string
  calendar: StoredCalendar
  regions: readonly RegionOption[]
  /** The time whose public holidays are named. */
  span: { from: string; to: string }
}

/** One side's calendar for readers who may not change it. */
export function CalendarSummary({ company, calendar, regions, span }: CalendarSummaryProps) {
  const { workweek, region, closed, extraWorkdays } = calendar
  const holidays = calendar.holidays.filter(
    ({ date }) => date >= span.from && date <= span.to && !extraWorkdays.some((worked) => worked.date === date),
  )
  const days = [
    ...extraWorkdays.map((day) => ({ from: day.date, text: extraDayWords(day) })),
    ...closed.map((period) => ({ from: period.from, text: closedWords(period) })),
    ...holidays.map((holiday) => ({ from: holiday.date, text: holidayWords(holiday) })),
  ].sort((a, b) => compareDates(a.from, b.from))
  return (
    <section aria-label={company} className="calendar-words">
      <h2>{company}</h2>
      <p>{worksOnWords(workweek, region ? nameOfRegion(regions, region) : null)}</p>
      <ul>
        {days.map(({ from, text }) => (
          <li key={`${from} ${text}`}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
