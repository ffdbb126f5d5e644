import { isIsoDate } from './dates.ts'
import type { Faults } from './faults.ts'
import { faultTexts } from './faults.ts'
import type { IsoDate } from './model.ts'

export type JsonObject = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An optional list: each entry is decoded; anything that is not a list is reported. */
export function decodeList<T>(
  value: unknown,
  task: string | null,
  field: string,
  faults: Faults,
  decode: (entry: unknown, field: string) => T | null,
): T[] | null {
  if (value === undefined || value === null) return null
  if (!Array.isArray(value)) {
    faults.add(task, field, 'This must be a list.')
    return null
  }
  return value.map((entry: unknown, i) => decode(entry, `${field}[${i}]`)).filter((entry) => entry !== null)
}

/** A date that may be left out. */
export function decodeOptionalDate(value: unknown, task: string | null, field: string, faults: Faults): IsoDate | null {
  return value === undefined || value === null ? null : decodeDate(value, task, field, faults)
}

/** A date of a request. @returns null for anything else, which is reported to `faults` */
export function decodeDate(value: unknown, task: string | null, field: string, faults: Faults): IsoDate | null {
  if (isIsoDate(value)) return value
  faults.add(task, field, faultTexts.date(value))
  return null
}

/** A number of working days; whether it is whole and within bounds is the engine's to say. */
export function decodeDays(value: unknown, task: string | null, field: string, least: number, faults: Faults): number {
  if (typeof value === 'number') return value
  faults.add(task, field, faultTexts.days(value, least))
  return 0
}
