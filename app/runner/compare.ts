import type { z } from 'zod'
import { numberText } from '#app/kit/read-number.ts'
import type { ComparedFields, PlainValue, SeenValues } from './command.ts'

/** One text for each value, whatever the order of keys and the form of its letters; nothing, null and blank are the same. */
export function canonicalText(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalText).sort().join(',')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, it]) => `${JSON.stringify(key)}:${canonicalText(it)}`).join(',')}}`
  }
  return JSON.stringify(typeof value === 'string' ? value.normalize('NFC') : value)
}

type Comparison = { touched: Set<string>; conflicting: string[] }

/**
 * Compares for each field the new value, what the sender saw and what is stored, each in the schema's normal form. New = stored:
 * nothing to do. New = seen: the sender did not touch it. Seen ≠ stored: two people changed it. A field whose seen value was not
 * sent is taken as wanted.
 * @param standsByAll the sender puts a name to every field: one that changed since is a conflict also where it was not touched
 */
export function compareWithSeen(
  schema: z.ZodObject,
  input: Record<string, unknown>,
  seen: SeenValues,
  current: ComparedFields,
  standsByAll = false,
): Comparison {
  const touched = new Set<string>()
  const conflicting: string[] = []
  for (const [field, { value: stored }] of Object.entries(current.fields)) {
    if (!(field in input)) continue
    const wanted = canonicalText(input[field])
    if (wanted === canonicalText(stored)) continue
    if (field in seen) {
      const before = canonicalText(normal(schema, field, seen[field]))
      if (before === wanted && !standsByAll) continue
      if (before !== canonicalText(stored)) {
        conflicting.push(field)
        continue
      }
    }
    touched.add(field)
  }
  return { touched, conflicting }
}

function normal(schema: z.ZodObject, field: string, value: unknown): unknown {
  const parsed = schema.shape[field]?.safeParse(value)
  if (parsed?.success) return parsed.data
  // A form's hidden fields hold numbers as programs write them, also those that people are asked about.
  return typeof value === 'string' && /^-?\d+\.\d{3}$/.test(value) ? Number(value) : value
}

/** A value as a form would post it: a box is `yes` or not there, what has parts is JSON. */
export function asPosted(value: PlainValue | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : ''
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
