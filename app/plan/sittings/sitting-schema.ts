import { z } from 'zod'
import { fieldWords } from '#app/kit/field-words.ts'
import * as fields from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import type { SittingRule } from './sittings.ts'
import { sittingRefusals } from './sitting-refusal-words.ts'

const manyDates = (most: number) =>
  fields.atMost(
    most,
    z.array(fields.isoDate()).transform((dates) => [...new Set(dates)].sort()),
    sittingRefusals.mostDates(most),
  )

const distinct = (numbers: number[]) => [...new Set(numbers)].sort((a, b) => a - b)

/** Of weekdays and months, each of which may come more than once. */
const mostNumbers = 100

const common = {
  name: fields.optionalText(textSizes.listedDays),
  notIn: fields
    .atMost(mostNumbers, z.array(fields.wholeNumber(1, 12)).transform(distinct))
    .refine((months) => months.length < 12, sittingRefusals.leaveMonth)
    .default([]),
  notOn: manyDates(bounds.leftOutDays).default([]),
}

const weekday = fields.wholeNumber(1, 7, sittingRefusals.chooseWeekday)

/** What a rule must be, as a form, a program or a stored row gives it; see `sittings.ts` for what it means. */
export const sittingRule = z.discriminatedUnion(
  'every',
  [
    z
      .object({
        every: z.literal('week'),
        weekdays: fields.atMost(
          mostNumbers,
          z.array(weekday).min(1, sittingRefusals.chooseWeekdays).transform(distinct),
        ),
        weeks: fields.wholeNumber(1, 52, sittingRefusals.enterWeeks),
        from: fields.optionalIsoDate(),
        ...common,
      })
      .refine((rule) => rule.weeks === 1 || rule.from !== null, {
        message: sittingRefusals.enterStart,
        path: ['from'],
      }),
    z.object({
      every: z.literal('month'),
      nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)], {
        error: sittingRefusals.chooseWhich,
      }),
      weekday,
      ...common,
    }),
    z.object({
      every: z.literal('monthday'),
      day: fields.wholeNumber(1, 31, sittingRefusals.enterDay),
      ...common,
    }),
    z.object({
      every: z.literal('dates'),
      dates: manyDates(bounds.listedDays).refine((dates) => dates.length > 0, sittingRefusals.enterDate),
      ...common,
    }),
  ],
  { error: fieldWords.chooseOne },
)

/** A rule as a command takes it: an object, its JSON in a hidden field, or nothing at all. */
export const sittingsField = z.preprocess(
  (value) => (value === undefined || value === '' ? null : fields.fromJson(value)),
  z.nullable(sittingRule),
)

/** A stored rule; null where a task can be finished on any working day. */
export const storedSittings = (value: unknown): SittingRule | null => z.nullable(sittingRule).parse(value)
