import { z } from 'zod'
import { isIsoDate } from './dates.ts'
import type { IsoDate } from './model.ts'

const day = z
  .string()
  .refine(isIsoDate)
  .transform((value): IsoDate => value)

/**
 * One side's calendar as it is stored: public holidays are written out with their names, in English and, where that differs, as they
 * are called there, so that a plan keeps the days it was agreed with. An extra work day wins over holidays and the week, with its reason.
 */
export const storedCalendar = z.object({
  workweek: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  region: z.string().nullable().default(null),
  holidays: z
    .array(z.object({ date: day, name: z.string(), localName: z.string().nullable().default(null) }))
    .default([]),
  /** Early versions stored these as dates only. */
  extraWorkdays: z
    .array(z.union([day.transform((date) => ({ date, why: '' })), z.object({ date: day, why: z.string() })]))
    .default([]),
  closed: z.array(z.object({ from: day, to: day, why: z.string() })).default([]),
})

export type StoredCalendar = z.infer<typeof storedCalendar>

/** Monday to Friday, and nothing more known. */
export const plainCalendar: StoredCalendar = {
  workweek: [1, 2, 3, 4, 5],
  region: null,
  holidays: [],
  extraWorkdays: [],
  closed: [],
}
