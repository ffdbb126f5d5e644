import type { DayRule } from './work-calendar.ts'
import { WorkCalendar } from './work-calendar.ts'
import { noDay } from './dates.ts'
import type { Faults } from './faults.ts'
import { faultTexts } from './faults.ts'
import type { CalendarSpec, CalendarSpecs } from './model.ts'

const mondayToFriday = 0b11111

function weekOf(spec: CalendarSpec, field: string, faults: Faults): number {
  if (!spec.workweek) return mondayToFriday
  let week = 0
  spec.workweek.forEach((weekday, i) => {
    if (Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) week |= 1 << (weekday - 1)
    else faults.add(null, `${field}.workweek[${i}]`, faultTexts.weekday(weekday))
  })
  return week
}

/** The rule of one side's calendar, `field` being its place in the request. */
function readRule(spec: CalendarSpec | null | undefined, field: string, faults: Faults): DayRule {
  if (!spec) return { week: mondayToFriday, off: [], extra: [] }
  const off = faults.days(null, `${field}.holidays`, spec.holidays).map((day) => ({ from: day, to: day }))
  spec.closed?.forEach((period, i) => {
    const from = faults.day(null, `${field}.closed[${i}].from`, period.from)
    const to = faults.day(null, `${field}.closed[${i}].to`, period.to)
    if (period.from === null || period.from === undefined || period.to === null || period.to === undefined)
      faults.add(null, `${field}.closed[${i}]`, 'A closed period needs a first and a last day.')
    else if (from === noDay || to === noDay) return
    else if (to < from) faults.add(null, `${field}.closed[${i}].to`, 'The closed period ends before it starts.')
    else off.push({ from, to })
  })
  return {
    week: weekOf(spec, field, faults),
    off,
    extra: faults.days(null, `${field}.extraWorkdays`, spec.extraWorkdays),
  }
}

/** The calendars of vendor, customer and both, in the order of `sides`; what no one asks for is not built. */
export class SideCalendars {
  private readonly rules: readonly (readonly DayRule[])[]
  private readonly origin: number
  private readonly built: (WorkCalendar | undefined)[] = [undefined, undefined, undefined]

  constructor(specs: CalendarSpecs | null | undefined, origin: number, faults: Faults) {
    const vendor = readRule(specs?.vendor, 'calendars.vendor', faults)
    const customer = readRule(specs?.customer, 'calendars.customer', faults)
    this.rules = [[vendor], [customer], [vendor, customer]]
    this.origin = origin
  }

  of(side: number): WorkCalendar {
    return (this.built[side] ??= new WorkCalendar(this.rules[side] ?? [], this.origin))
  }
}
