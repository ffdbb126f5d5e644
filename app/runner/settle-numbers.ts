import { z } from 'zod'
import { isDecimalSchema } from '#app/kit/field-schemas.ts'
import { languagesOf } from '#app/kit/languages-of.ts'
import { type NumberHabit, numberHabit, numberText, readNumber } from '#app/kit/read-number.ts'

/** How the sender writes numbers, by the languages of their browser; null where these do not say. */
export const habitOf = (request: Request): NumberHabit | null => numberHabit(languagesOf(request))

/** The posted values, with each ambiguous number written the way its sender writes numbers, where that is known. */
export function settleNumbers(
  { shape }: z.ZodObject,
  input: Record<string, unknown>,
  habit: NumberHabit | null,
): Record<string, unknown> {
  if (habit === null) return input
  const settled = Object.entries(input).flatMap(([field, value]) => {
    const read = typeof value === 'string' && isDecimal(shape[field]) ? readNumber(value, habit) : null
    return read && 'value' in read ? [[field, numberText(read.value)] as const] : []
  })
  return { ...input, ...Object.fromEntries(settled) }
}

const isDecimal = (schema: z.core.$ZodType | undefined): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? isDecimal(schema.unwrap())
    : schema instanceof z.ZodType && isDecimalSchema(schema)
