import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { whyFar } from '#app/kit/near-dates.ts'
import { type SecurityKind, isKind } from './security-kinds.ts'

/** The filter of the log; empty fields filter nothing. */
export type SecurityFilter = {
  kind?: SecurityKind
  /** Part of the name of the person that it is about, or who did it. */
  person?: string
  /** First and last day, in the workspace's time zone. */
  from?: IsoDate
  to?: IsoDate
}

type Source = { get(name: string): string | null | undefined }

/** Reads the filter from the address; invalid values are left out, and reported by `filterFaults`. */
export function readFilter(source: Source): SecurityFilter {
  const given = (name: string) => source.get(name)?.trim() ?? ''
  const [kind, person, from, to] = [given('kind'), given('person').slice(0, 200), given('from'), given('to')]
  return {
    ...(isKind(kind) ? { kind } : {}),
    ...(person && !/\p{Cc}/u.test(person) ? { person } : {}),
    ...(isIsoDate(from) ? { from } : {}),
    ...(isIsoDate(to) ? { to } : {}),
  }
}

const unreadDate = 'This date is incomplete or does not exist.'

/** What is wrong with the days that were asked for, beside their fields. `today` is in the workspace's time zone. */
export function filterFaults(source: Source, today: IsoDate): { field: string; message: string }[] {
  return ['from', 'to'].flatMap((field) => {
    const date = source.get(field)?.trim() ?? ''
    if (date === '') return source.get(`typed.${field}`) === 'unread' ? [{ field, message: unreadDate }] : []
    const message = isIsoDate(date) ? whyFar(date, today) : 'This date does not exist.'
    return message ? [{ field, message }] : []
  })
}

/** The log as it stood: what is older, and of the moment itself the entries that were there. */
export type LogMoment = { at: Date; ids: readonly string[] }

/** A place in the log: behind this event, newest first. */
export type LogCursor = { at: Date; id: string }

/** Microseconds matter to PostgreSQL and are lost to a Date, so times are kept to the millisecond and the id settles the rest. */
export const writeCursor = ({ at, id }: LogCursor): string => `${at.getTime()}.${id}`

export function readCursor(text: string | null): LogCursor | undefined {
  const [, at = '', id = ''] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return id ? { at: new Date(Number(at)), id } : undefined
}
