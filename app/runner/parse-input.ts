import type { z } from 'zod'
import { Refusal } from './refusal.ts'

/** "Row 2: " where the fault lies in a row of a list that says of each where it stands in its form (`at`). */
function rowOf(raw: object, [field, index]: readonly PropertyKey[]): string {
  const list: unknown = Reflect.get(raw, field ?? '')
  const row: unknown = Array.isArray(list) && typeof index === 'number' ? list[index] : undefined
  const at: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'at') : undefined
  return typeof at === 'number' ? `Row ${at}: ` : ''
}

/** What was sent, as the command's schema reads it. @throws Refusal 400, or 422 with the first fault of every field */
export function parse<Schema extends z.ZodObject>(schema: Schema, raw: unknown): z.infer<Schema> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new Refusal(400, 'This request cannot be read.')
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ''),
    message: `${rowOf(raw, issue.path)}${issue.message}`,
  }))
  throw new Refusal(422, 'Please check the fields below.', {
    faults: faults.filter((it, index) => faults.findIndex((other) => other.field === it.field) === index),
  })
}
