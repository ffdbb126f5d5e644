import { z } from 'zod'
import { isDaySchema } from '#app/kit/field-schemas.ts'
import { farDateQuestion } from '#app/kit/near-dates.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { rowPrefixOf } from './parse-input.ts'
import type { Fault } from './refusal.ts'

/** The days in a parsed value, wherever its schema has them: in lists, in objects, in one of several forms. */
function daysIn(schema: z.core.$ZodType, value: unknown): IsoDate[] {
  if (value === null || value === undefined) return []
  if (schema instanceof z.ZodType && isDaySchema(schema)) return isIsoDate(value) ? [value] : []
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return daysIn(schema.unwrap(), value)
  // Read first and made into something, or made into something and then read: the schema of the days is on one of the sides.
  if (schema instanceof z.ZodPipe) return [...daysIn(schema.in, value), ...daysIn(schema.out, value)]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => daysIn(option, value))
  if (schema instanceof z.ZodArray)
    return Array.isArray(value) ? value.flatMap((item) => daysIn(schema.element, item)) : []
  if (schema instanceof z.ZodObject && typeof value === 'object')
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      daysIn(field as z.core.$ZodType, (value as Record<string, unknown>)[name]),
    )
  return []
}

/** The row of a list that holds this day, as it was sent. */
function rowHolding(sent: unknown, field: string, date: IsoDate): unknown {
  const list: unknown = typeof sent === 'object' && sent !== null ? Reflect.get(sent, field) : undefined
  const holds = (row: unknown) => typeof row === 'object' && row !== null && Object.values(row).includes(date)
  return Array.isArray(list) ? list.find(holds) : undefined
}

/**
 * Questions about days far from today, for the first such day of each field.
 * @param read the input as the schema reads it; `sent` as it came, whose rows say where they stand in their form
 * @param stored the value of a field as stored, or as its sender saw it: it may stay, so that the rest can be saved
 */
export function farDates(
  schema: z.ZodObject,
  { read, sent }: { read: Record<string, unknown>; sent: unknown },
  today: IsoDate,
  stored: (field: string) => unknown,
): Fault[] {
  return Object.entries(schema.shape).flatMap(([field, inner]) => {
    const found = daysIn(inner, read[field]).flatMap((date) => {
      const message = farDateQuestion(date, today)
      return message ? [{ date, message }] : []
    })
    if (found.length === 0) return []
    const kept = JSON.stringify(stored(field) ?? null)
    const first = found.find(({ date }) => !kept.includes(date))
    return first ? [{ field, message: `${rowPrefixOf(rowHolding(sent, field, first.date))}${first.message}` }] : []
  })
}
