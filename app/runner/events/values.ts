import { z } from 'zod'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type IsoDate, linkTypes, sides } from '#app/schedule/model.ts'
import { figureUnits } from './figure-units.ts'

/** The kinds of values that events keep. Words for people are made of them when they are shown (`plan/activity-sentences/event-words.ts`). */

export const textValue = z.string()
export const numberValue = z.number()
export const booleanValue = z.boolean()
export const textListValue = z.array(z.string()).readonly()
export const idValue = z.uuid()
export const sideValue = z.enum(sides)

const isoDate = z.custom<IsoDate>(isIsoDate)

/** A date without time, ISO. */
export const dayValue = z.string().refine((value): boolean => isIsoDate(value))

/** The tasks that a task depends on, with their titles at that time. */
export const linksValue = z
  .array(z.strictObject({ task: idValue, title: z.string(), type: z.enum(linkTypes), lagDays: z.number().int() }))
  .readonly()

const common = {
  name: z.string().nullable(),
  notIn: z.array(z.number().int()),
  notOn: z.array(isoDate),
}

/** The only days on which a task can be finished (`plan/sittings/sittings.ts`). */
export const sittingsValue = z.discriminatedUnion('every', [
  z.strictObject({
    every: z.literal('week'),
    weekdays: z.array(z.number().int()),
    weeks: z.number().int(),
    from: isoDate.nullable(),
    ...common,
  }),
  z.strictObject({
    every: z.literal('month'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday: z.number().int(),
    ...common,
  }),
  z.strictObject({ every: z.literal('monthday'), day: z.number().int(), ...common }),
  z.strictObject({ every: z.literal('dates'), dates: z.array(isoDate), ...common }),
])

/** The days of a working week; 1 is Monday. */
export const weekdaysValue = z.array(z.number().int().min(1).max(7)).readonly()

/** Whose public holidays are kept, by the code of the region ("DE-BY"). */
export const regionValue = z.strictObject({ region: z.string() })

/** A region as events keep it; null where no public holidays are kept. */
export const keptRegion = (code: string | null): z.infer<typeof regionValue> | null =>
  code === null ? null : { region: code }

export const closedPeriodsValue = z.array(z.strictObject({ from: isoDate, to: isoDate, why: z.string() })).readonly()

/** What a situation is worth in figures, each with its source. */
export const figuresValue = z
  .array(z.strictObject({ amount: z.number(), unit: z.enum(figureUnits), source: z.string() }))
  .readonly()

export const extraWorkdaysValue = z.array(z.strictObject({ date: isoDate, why: z.string() })).readonly()
