import { daysFile } from '#app/kit/calendar-file.ts'
import type { CalendarDay } from './calendar-days.ts'

/** The latest change of a plan: programs take a day with a higher number for a newer version of it. */
export type PlanVersion = { number: number; at: Date }

/** The days of someone's plans as their calendar program reads them. */
export const daysAsCalendar = (
  days: readonly CalendarDay[],
  { name, appUrl, versionOf }: { name: string; appUrl: string; versionOf(planId: string): PlanVersion },
): string =>
  daysFile(
    name,
    days.map(({ uid, planId, on, title, text, path }) => {
      const { number: version, at: madeAt } = versionOf(planId)
      return { uid, on, title, text, url: new URL(path, appUrl).href, version, madeAt }
    }),
  )
