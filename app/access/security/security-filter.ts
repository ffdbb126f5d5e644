import { type DayRange, readDayRange } from '#app/kit/day-range.ts'
import { type SecurityKind, isSecurityKind } from '../security-log/security-kinds.ts'

/** The filter of the log, with days in the workspace's time zone; empty fields filter nothing. */
export type SecurityFilter = DayRange & {
  kind?: SecurityKind
  /** Part of the name of the person that it is about, or who did it. */
  person?: string
}

type Source = { get(name: string): string | null | undefined }

/** Reads the filter from the address; invalid values are left out, and days reported by `dayRangeFaults`. */
export function readFilter(source: Source): SecurityFilter {
  const given = (name: string) => source.get(name)?.trim() ?? ''
  const [kind, person] = [given('kind'), given('person').slice(0, 200)]
  return {
    ...(isSecurityKind(kind) ? { kind } : {}),
    ...(person && !/\p{Cc}/u.test(person) ? { person } : {}),
    ...readDayRange(source),
  }
}

/** The log as it stood: what is older, and of the moment itself the entries that were there. */
export type LogMoment = { at: Date; ids: readonly string[] }

/** A place in the log: behind this event, newest first. */
export type LogCursor = { at: Date; id: string }

/** Microseconds matter to PostgreSQL and are lost to a Date, so times are kept to the millisecond and the id settles the rest. */
export const writeCursor = ({ at, id }: LogCursor): string => `${at.getTime()}.${id}`

/** Where a page of the log starts, from the address. @returns undefined for nothing and for what is not ours */
export function readCursor(text: string | null): LogCursor | undefined {
  const [, at = '', id = ''] = /^(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? []
  return id ? { at: new Date(Number(at)), id } : undefined
}
