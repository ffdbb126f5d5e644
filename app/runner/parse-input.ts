import type { z } from 'zod'
import { fieldWords } from '#app/kit/field-words.ts'
import { type Fault, Refusal } from './refusal.ts'
import { atRowWords, refusals } from './refusal-words.ts'

/** The row of a list in which a fault lies. */
function rowAt(raw: object, [field, index]: readonly PropertyKey[]): unknown {
  const list: unknown = Reflect.get(raw, field ?? '')
  return Array.isArray(list) && typeof index === 'number' ? list[index] : undefined
}

/**
 * The field in which a fault lies: the one of the form where a row says what its fields are called (`field`, "figures.1"), so that each is
 * told beside its own; else the one of the schema.
 */
function fieldAt(raw: object, path: readonly PropertyKey[]): string {
  const row = rowAt(raw, path)
  const name: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'field') : undefined
  return typeof name === 'string' && path.length > 2 ? `${name}.${String(path[2])}` : String(path[0] ?? '')
}

/** "Row 2: " of a row that says where it stands in its form (`at`); nothing of anything else. */
export function rowPrefixOf(row: unknown): string {
  const at: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'at') : undefined
  return typeof at === 'number' ? atRowWords(at) : ''
}

type Also = {
  /** What the browser could not read. */
  unread?: readonly Fault[]
  /** What else is wrong with the fields that can be read. */
  alsoIn?: (readable: Record<string, unknown>) => readonly Fault[]
}

/**
 * What was sent, as the command's schema reads it. What no form sends, so that no field has words for it, is called not valid.
 * @throws Refusal 400, or 422 with the first fault of every field, all at once
 */
export function parseInput<Schema extends z.ZodObject>(
  schema: Schema,
  raw: unknown,
  { unread = [], alsoIn = () => [] }: Also = {},
): z.infer<Schema> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Refusal(400, refusals.requestUnreadable)
  const parsed = schema.safeParse(raw, { error: () => fieldWords.notValid })
  if (parsed.success && unread.length === 0) return parsed.data
  const unfit = (parsed.error?.issues ?? []).map((issue) => ({
    field: fieldAt(raw, issue.path),
    message: `${rowPrefixOf(rowAt(raw, issue.path))}${issue.message}`,
  }))
  const faults = [...unread, ...unfit, ...alsoIn(readableIn(schema, raw))]
  throw new Refusal(422, refusals.checkFields, {
    faults: faults.filter((it, index) => faults.findIndex((other) => other.field === it.field) === index),
  })
}

/** The fields that can be read, each by itself. */
function readableIn(schema: z.ZodObject, raw: object): Record<string, unknown> {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>)
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const read = field.safeParse(Reflect.get(raw, name))
      return read.success ? [[name, read.data]] : []
    }),
  )
}
