import type { JsonObject } from './decode-values.ts'
import { decodeDate, decodeDays, isObject, decodeList, decodeOptionalDate } from './decode-values.ts'
import type { Faults } from './faults.ts'
import { faultTexts } from './faults.ts'
import type { CalendarSpec, ClosedPeriod, Link, LinkType, ScheduleRequest, ScheduleTask } from './model.ts'
import { linkTypes, maxTasks, sides } from './model.ts'

/** A request as it came, and what only the server can resolve: the default start and the holidays of regions. */
export type DecodedRequest = {
  request: Omit<ScheduleRequest, 'startOn'> & { startOn: ScheduleRequest['startOn'] | null }
  timeZone: string | null
  regions: { vendor: string | null; customer: string | null }
}

/**
 * Reads a request from JSON of unknown shape. Unreadable parts are reported to `faults` and left out, so that the rest can
 * still be checked. Unknown fields are ignored.
 */
export function decodeRequest(body: unknown, faults: Faults): DecodedRequest {
  if (!isObject(body)) faults.add(null, 'body', 'The request must be an object with tasks.')
  const fields = isObject(body) ? body : { tasks: [] }
  const calendars = optionalObject(fields.calendars, 'calendars', faults)
  const vendor = decodeCalendar(calendars.vendor, 'calendars.vendor', faults)
  const customer = decodeCalendar(calendars.customer, 'calendars.customer', faults)
  return {
    request: {
      startOn: decodeOptionalDate(fields.startOn, null, 'startOn', faults),
      finishBy: decodeOptionalDate(fields.finishBy, null, 'finishBy', faults),
      today: decodeOptionalDate(fields.today, null, 'today', faults),
      calendars: { vendor: vendor.spec, customer: customer.spec },
      tasks: decodeTasks(fields.tasks, faults),
    },
    timeZone: decodeTimeZone(fields.timeZone, faults),
    regions: { vendor: vendor.region, customer: customer.region },
  }
}

function optionalObject(value: unknown, field: string, faults: Faults): JsonObject {
  if (value === undefined || value === null) return {}
  if (isObject(value)) return value
  faults.add(null, field, 'This must be an object.')
  return {}
}

function decodeTimeZone(value: unknown, faults: Faults): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' && isTimeZone(value)) return value
  faults.add(null, 'timeZone', 'This is not a known time zone. Example: Europe/Berlin.')
  return null
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function decodeCalendar(value: unknown, field: string, faults: Faults): { spec: CalendarSpec; region: string | null } {
  const fields = optionalObject(value, field, faults)
  const dates = (name: string) =>
    decodeList(fields[name], null, `${field}.${name}`, faults, (entry, at) => decodeDate(entry, null, at, faults))
  const workweek = decodeList(fields.workweek, null, `${field}.workweek`, faults, (entry, at) => {
    if (typeof entry !== 'number') faults.add(null, at, faultTexts.weekday(entry))
    return typeof entry === 'number' ? entry : null
  })
  const closed = decodeList(fields.closed, null, `${field}.closed`, faults, (entry, at): ClosedPeriod | null => {
    if (!isObject(entry)) faults.add(null, at, 'A closed period needs a first and a last day.')
    if (!isObject(entry)) return null
    const from = decodeDate(entry.from, null, `${at}.from`, faults)
    const to = decodeDate(entry.to, null, `${at}.to`, faults)
    return from && to ? { from, to } : null
  })
  const given = fields.region !== undefined && fields.region !== null
  const region = typeof fields.region === 'string' ? fields.region : null
  if (given && region === null) faults.add(null, `${field}.region`, 'A region must be a code such as US or DE-BY.')
  return { spec: { workweek, holidays: dates('holidays'), extraWorkdays: dates('extraWorkdays'), closed }, region }
}

function decodeTasks(value: unknown, faults: Faults): ScheduleTask[] {
  if (value === undefined || value === null) faults.add(null, 'tasks', 'A list of tasks is required.')
  if (Array.isArray(value) && value.length > maxTasks) {
    faults.add(null, 'tasks', `A plan can have at most 10,000 tasks. This one has ${value.length}.`)
    return []
  }
  return decodeList(value, null, 'tasks', faults, (entry, at) => decodeTask(entry, at, faults)) ?? []
}

/** A task that cannot be named keeps its place under the path to it, so that the others can still be checked. */
function decodeTask(value: unknown, at: string, faults: Faults): ScheduleTask | null {
  if (!isObject(value)) faults.add(null, at, 'A task must be an object.')
  if (!isObject(value)) return null
  const named = typeof value.id === 'string' && value.id !== '' ? value.id : null
  if (named === null) faults.add(null, `${at}.id`, 'A task needs an id, as text.')
  const prefix = named === null ? `${at}.` : ''
  const dateField = (name: string) => decodeOptionalDate(value[name], named, prefix + name, faults)
  const side = sides.find((each) => each === value.side)
  if (!side) faults.add(named, `${prefix}side`, faultTexts.side(value.side))
  return {
    id: named ?? at,
    side: side ?? 'vendor',
    durationDays: decodeDays(value.durationDays, named, `${prefix}durationDays`, 0, faults),
    dependsOn: decodeList(value.dependsOn, named, `${prefix}dependsOn`, faults, (entry, field) =>
      decodeLink(entry, named, field, faults),
    ),
    sittings: decodeList(value.sittings, named, `${prefix}sittings`, faults, (entry, field) =>
      decodeDate(entry, named, field, faults),
    ),
    notBefore: dateField('notBefore'),
    notAfter: dateField('notAfter'),
    startedOn: dateField('startedOn'),
    doneOn: dateField('doneOn'),
  }
}

function decodeLink(value: unknown, task: string | null, field: string, faults: Faults): Link | null {
  const other = isObject(value) && typeof value.task === 'string' ? value.task : null
  if (!isObject(value) || other === null) {
    faults.add(task, isObject(value) ? `${field}.task` : field, 'A dependency must name a task.')
    return null
  }
  const given = value.type !== undefined && value.type !== null
  const type: LinkType | undefined = linkTypes.find((each) => each === value.type)
  if (given && !type) faults.add(task, `${field}.type`, faultTexts.type(value.type))
  const lagged = value.lagDays !== undefined && value.lagDays !== null
  const lagDays = lagged ? decodeDays(value.lagDays, task, `${field}.lagDays`, -1, faults) : 0
  return { task: other, type: type ?? 'FS', lagDays }
}
