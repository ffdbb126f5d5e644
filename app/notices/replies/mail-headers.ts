import { z } from 'zod'

/** Headers of an email by their names in lower case, each with all its values. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>

const texts = z.array(z.string())

/**
 * Reads headers as the mail service tells them. One that stands more than once in an email, as `Received` does in each, comes as a list, as a list
 * in JSON, or as one of its values. What is neither is left out.
 */
export function mailHeaders(told: unknown): MailHeaders {
  const headers = z.record(z.string(), z.unknown()).safeParse(told ?? {}).data ?? {}
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), valuesOf(value)]))
}

function valuesOf(value: unknown): string[] {
  const list = texts.safeParse(typeof value === 'string' && value.startsWith('[') ? parsed(value) : value)
  return list.data ?? (typeof value === 'string' ? [value] : [])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
