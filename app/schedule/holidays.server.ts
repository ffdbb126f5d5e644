import Holidays from 'date-holidays'
import { addDays, parseIsoDate, compareDates } from './dates.ts'
import type { IsoDate } from './model.ts'

/** A public holiday, named in English where that is known, and as it is called there where that differs. */
export type Holiday = { date: IsoDate; name: string; localName: string | null }

/** The years for which date-holidays has rules worth believing. */
const firstHolidayYear = 1970
const lastHolidayYear = 2150

/** Half-day holidays stay working days: only holidays of at least this many hours count. */
const wholeDayHours = 20

const codes = new Holidays()

/** Years of regions, and rules of regions, kept in memory; the least recently used are dropped first. */
const mostYears = 1_000
const mostRegions = 50
const years = new Map<string, readonly Holiday[]>()
/** Two of each region: one that was asked for English names once continues giving them. */
const calendars = new Map<string, { here: Holidays; inEnglish: Holidays }>()

/** Whether date-holidays knows this code: a country, a state or a region, such as US, DE-BY, US-LA-NO. */
export function isRegion(region: string): boolean {
  const [country, state, part, ...rest] = region.split('-')
  if (!country || rest.length > 0 || !knows(codes.getCountries(), country)) return false
  if (state === undefined) return true
  if (!knows(codes.getStates(country), state)) return false
  return part === undefined || knows(codes.getRegions(country, state), part)
}

function knows(names: unknown, code: string): boolean {
  return typeof names === 'object' && names !== null && Object.hasOwn(names, code)
}

/**
 * The public holidays of a region from one year to another, sorted, each day once; null for an unknown region. Years for
 * which there are no rules have none. Source: date-holidays, CC BY-SA 3.0.
 */
export function findHolidays(region: string, fromYear: number, toYear: number): Holiday[] | null {
  if (!isRegion(region)) return null
  const found = new Map<IsoDate, Holiday>()
  const isAsked = ({ date }: Holiday) => date >= `${fromYear}-01-01` && date <= `${toYear}-12-31`
  // One that starts at the end of a year may reach into the next: its days belong to the year in which they lie.
  for (let year = Math.max(fromYear - 1, firstHolidayYear); year <= Math.min(toYear, lastHolidayYear); year++)
    for (const holiday of holidaysOf(region, year).filter(isAsked))
      if (!found.has(holiday.date)) found.set(holiday.date, holiday)
  return [...found.values()].sort((a, b) => compareDates(a.date, b.date))
}

/** As `findHolidays`, the days alone: what the schedule endpoint resolves a `region` with. */
export function findHolidayDates(region: string, fromYear: number, toYear: number): IsoDate[] | null {
  return findHolidays(region, fromYear, toYear)?.map((holiday) => holiday.date) ?? null
}

function holidaysOf(region: string, year: number): readonly Holiday[] {
  return kept(years, mostYears, `${region} ${year}`, () => {
    const { here, inEnglish } = kept(calendars, mostRegions, region, () => {
      const [country = '', state = '', part = ''] = region.split('-')
      const make = () => new Holidays(country, state, part, { types: ['public'] })
      return { here: make(), inEnglish: make() }
    })
    const local = new Map(here.getHolidays(year).map((it) => [`${it.date} ${it.rule}`, it.name]))
    return inEnglish
      .getHolidays(year, 'en')
      .flatMap((it) => wholeDays(it, local.get(`${it.date} ${it.rule}`) ?? it.name))
  })
}

/** What a map holds under a key, else made and kept there; beyond `most` the one asked for longest ago goes. */
function kept<Value>(map: Map<string, Value>, most: number, key: string, make: () => Value): Value {
  const value = map.get(key) ?? make()
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
  return value
}

type Found = { date: string; start: Date; end: Date; name: string }

function wholeDays({ date, start, end, name }: Found, local: string): Holiday[] {
  const first = parseIsoDate(date.slice(0, 10))
  const hours = (end.getTime() - start.getTime()) / 3_600_000
  if (!first || hours < wholeDayHours) return []
  const localName = local === name ? null : local
  return Array.from({ length: Math.round(hours / 24) }, (_, i) => ({ date: addDays(first, i), name, localName }))
}
