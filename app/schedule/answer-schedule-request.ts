import { dateOf, parseIsoDate } from './dates.ts'
import { Faults } from './faults.ts'
import type { CalendarSpecs, ScheduleFault, IsoDate, ScheduleAnswer, ScheduleRequest, ScheduleResult } from './model.ts'
import type { DecodedRequest } from './decode-request.ts'
import { decodeRequest } from './decode-request.ts'
import { computeSchedule, schedule } from './schedule.ts'
import type { TouchedDays } from './compute-slack.ts'

/** The public holidays of a region from one year to another, or null when the region is unknown. */
export type ResolveRegion = (region: string, fromYear: number, toYear: number) => readonly IsoDate[] | null

export type Problem = { type: string; title: string; status: number; errors: ScheduleFault[] }

export type ScheduleResponse =
  | { status: 200; contentType: 'application/json'; body: ScheduleAnswer }
  | { status: 422; contentType: 'application/problem+json'; body: Problem }

/**
 * Answers `POST /api/v1/schedule`: `body` is the parsed JSON, of any shape. `now` gives the default of `startOn`, today in
 * the request's zone.
 */
export function answerScheduleRequest(body: unknown, resolveRegion: ResolveRegion, now: Date): ScheduleResponse {
  const faults = new Faults()
  const decoded = decodeRequest(body, faults)
  const startOn = decoded.request.startOn ?? todayIn(decoded.timeZone ?? 'UTC', now)
  const result = scheduleWithHolidays({ ...decoded.request, startOn }, decoded.regions, resolveRegion, faults)
  const errors = [...faults.list, ...(result.ok ? [] : result.faults)]
  if (result.ok && errors.length === 0) return { status: 200, contentType: 'application/json', body: result.answer }
  const title = 'This plan can’t be calculated.'
  return {
    status: 422,
    contentType: 'application/problem+json',
    body: { type: 'about:blank', title, status: 422, errors },
  }
}

/** Holidays are looked up for the years that the answer, or what is wrong with it, turns out to touch: more of them can only lead further. */
function scheduleWithHolidays(
  request: ScheduleRequest,
  regions: DecodedRequest['regions'],
  resolveRegion: ResolveRegion,
  faults: Faults,
): ScheduleResult {
  let years = { from: yearOf(request.startOn), to: yearOf(request.startOn) + 1 }
  const known = { vendor: checkedRegion('vendor'), customer: checkedRegion('customer') }
  if (!known.vendor && !known.customer) return schedule(request)
  for (;;) {
    const calendars = withHolidays(request.calendars, known, years, resolveRegion)
    const result = computeSchedule({ ...request, calendars })
    const reach = result.ok ? result.computed.reach : result.reach
    const wider = reach ? widened(years, reach) : years
    if (wider.from === years.from && wider.to === years.to)
      return result.ok ? { ok: true, answer: result.computed.answer } : { ok: false, faults: result.faults }
    years = wider
  }

  function checkedRegion(side: 'vendor' | 'customer'): string | null {
    const region = regions[side]
    if (region === null || resolveRegion(region, years.from, years.to)) return region
    faults.add(null, `calendars.${side}.region`, `${region.slice(0, 60)} is not a known region. Examples: US, DE-BY.`)
    return null
  }
}

function withHolidays(
  specs: CalendarSpecs | null | undefined,
  regions: DecodedRequest['regions'],
  years: { from: number; to: number },
  resolveRegion: ResolveRegion,
): CalendarSpecs {
  const side = (name: 'vendor' | 'customer') => {
    const region = regions[name]
    const holidays = region === null ? null : resolveRegion(region, years.from, years.to)
    const spec = specs?.[name]
    return holidays ? { ...spec, holidays: [...(spec?.holidays ?? []), ...holidays] } : spec
  }
  return { vendor: side('vendor'), customer: side('customer') }
}

function widened(years: { from: number; to: number }, { first, last }: TouchedDays): { from: number; to: number } {
  return { from: Math.min(years.from, yearOf(dateOf(first))), to: Math.max(years.to, yearOf(dateOf(last))) }
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}

function todayIn(timeZone: string, now: Date): IsoDate {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return parseIsoDate(format.format(now)) ?? dateOf(Math.floor(now.getTime() / 86_400_000))
}
