import { z } from 'zod'
import { numberText, readNumber } from './read-number.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { readAddresses } from './read-addresses.ts'
import { addressFault, pastedAddress } from './email-address.ts'
import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { holdsAddress, isBlankText, longestName, oneLine } from './plain-text.ts'
import {
  addressWords,
  askBack,
  fieldWords,
  keepTo,
  keepUnder,
  maximumWords,
  minimumWords,
  mostAddresses,
} from './field-words.ts'

/**
 * The field schemas that every command is made of. Each takes what a form posts (text) and what JSON holds (numbers, null)
 * and gives one normal form: trimmed text, ISO date, number, null for nothing. So the same schema serves a form and the API.
 */

/**
 * The longest text, and the longest single line, that is examined, in characters: far more than any field takes. Patterns and
 * Unicode normalisation cost the square of a text's length, so longer input is only reported as too long.
 */
const longestRead = { text: 20_000, line: 2_000 }

/** Line breaks as other systems and programs write them, presentations with a vertical tab. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/**
 * Text that shows nothing counts as empty. Characters that would reverse the sentence around the text are left out, since no
 * one types them. Letters are normalised (Unicode NFC), so that what looks alike is found and compared alike.
 */
const clean = (value: unknown) => {
  if (typeof value !== 'string' || value.length > longestRead.text) return value
  return isBlankText(value) ? '' : withoutDirectionMarks(value).normalize('NFC').replace(lineEnds, '\n').trim()
}

const allowedControls = '\n\t'
const noControls = (value: string) => !/\p{Cc}/u.test([...value].filter((it) => !allowedControls.includes(it)).join(''))

/** Text that must be there. @param max the most characters */
export const requiredText = (max: number, missing = fieldWords.missing) =>
  z.preprocess(
    clean,
    z
      .string({ error: missing })
      .min(1, missing)
      .max(max, { error: keepUnder(max), abort: true })
      .refine(noControls, fieldWords.unsaveable),
  )

const asLine = (value: unknown) =>
  typeof value === 'string' && value.length <= longestRead.line ? oneLine(value) : value

/**
 * The name of a person, a company or a project: one line, since it stands in sentences, subjects and emails, and without an address
 * that a mail program would make a link of.
 */
export const requiredName = (missing = fieldWords.missing, max = longestName) =>
  z.preprocess(
    asLine,
    requiredText(max, missing).refine((it) => !holdsAddress(it), fieldWords.addressInName),
  )

/** Characters; the longest list of a form, a calendar's rows, has a tenth of it. */
const longestJson = 200_000

/** A list or an object that came as JSON in a hidden field; anything else stays as it is, for the schema to refuse. */
export function fromJson(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > longestJson || !/^\s*[[{]/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

const emptyToNull = (value: unknown) => {
  const it = clean(value)
  return it === '' || it === undefined ? null : it
}

/** Text that may be left out: nothing, blank and null are all null. */
export const optionalText = (max: number) => z.preprocess(emptyToNull, z.nullable(requiredText(max)))

/** A name that may be left out: nothing, blank and null are all null. */
export const optionalName = (max = longestName) => z.preprocess(emptyToNull, z.nullable(requiredName(undefined, max)))

/** A sentence that may be left out: one line, without an address that a mail program would make a link of. */
export const optionalLine = (max: number) =>
  z.preprocess(
    (value) => emptyToNull(asLine(value)),
    z.nullable(requiredText(max).refine((it) => !holdsAddress(it), fieldWords.addressInLine)),
  )

/** Marks a schema whose value is a day, so that the runner can find and bound it. */
const dayMark = { kind: 'day' }
export const isDaySchema = (schema: z.ZodType): boolean => schema.meta()?.['kind'] === dayMark.kind

/** A date with dots has its day first wherever it is written so. With slashes it can be read in two ways, and is asked for again. */
const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/

const asDate = (value: unknown) => {
  const it = clean(value)
  const [, day = '', month = '', year = ''] = (typeof it === 'string' && dotted.exec(it)) || []
  return year === '' ? it : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-')
}

const dateForm = /^\d{4}-\d{2}-\d{2}$/

/** A calendar day that exists. The runner checks that it is within ten years: it knows today, and what is stored. */
export const isoDate = (missing = fieldWords.missingDate) =>
  z
    .preprocess(
      asDate,
      z
        .string({ error: missing })
        .min(1, { error: missing, abort: true })
        .regex(dateForm, { error: fieldWords.dateFormat, abort: true })
        .refine(isIsoDate, fieldWords.noSuchDate)
        .transform((value) => value as IsoDate),
    )
    .meta(dayMark)

/** An ISO date, or null where the field is empty or missing. */
export const optionalIsoDate = () => z.preprocess(emptyToNull, z.nullable(isoDate()))

/** Characters; the longest time zone has 32. */
const longestZone = 100
const unknownZone = fieldWords.unknownZone

/**
 * A time zone by its IANA name, in any case. The platform's list comes first, then the other names it accepts (UTC, older
 * names). Offsets are not zones, since they have no daylight saving time.
 */
export const timeZone = () =>
  z.preprocess(
    (value) => {
      const it = clean(value)
      if (typeof it !== 'string' || it.length > longestZone) return it
      return Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === it.toLowerCase()) ?? it
    },
    z
      .string({ error: fieldWords.missingZone })
      .min(1, fieldWords.missingZone)
      .max(longestZone, { error: unknownZone, abort: true })
      .refine(isTimeZone, unknownZone),
  )

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * A number, or what people type for one.
 * @param missing said where nothing was typed; of a whole number, also where it is not one
 * @param isWhole of two readings (1,250) the whole one is meant, else it is asked
 */
const numeric = (missing: string, isWhole: boolean) =>
  z.unknown().transform((value, context): number => {
    const it = clean(value)
    if (typeof it === 'number' && Number.isFinite(it)) return it
    const read = typeof it === 'string' ? readNumber(it) : null
    if (read && 'value' in read) return read.value
    if (read && isWhole) return read.either[1]
    const message = read
      ? askBack(String(it), [numberText(read.either[0]), numberText(read.either[1])])
      : hasWords(it)
        ? fieldWords.numberOnly
        : typeof it === 'string' && it !== '' && !isWhole
          ? fieldWords.missingNumber
          : missing
    context.addIssue({ code: 'custom', message, input: value })
    return z.NEVER
  })

/** A number with its unit, as in "5 days": what the unit is, is said beside the field. */
const hasWords = (text: unknown) =>
  typeof text === 'string' && text.length < 100 && /\d/.test(text) && /\p{L}/u.test(text)

/** A whole number from `min` to `max`, both included, as people type it. @param missing said where nothing or no whole number is typed */
export const wholeNumber = (min: number, max: number, missing = fieldWords.wholeNumber) =>
  numeric(missing, true).pipe(z.number().int(missing).min(min, minimumWords(min)).max(max, maximumWords(max)))

/** The same, or null where the field is empty or missing. */
export const optionalWholeNumber = (min: number, max: number) =>
  z.preprocess(emptyToNull, z.nullable(wholeNumber(min, max)))

/** Marks a schema whose value is a number with decimals, so that the runner can read it by the sender's number format. */
const decimalMark = { kind: 'decimal' }
export const isDecimalSchema = (schema: z.ZodType): boolean => schema.meta()?.['kind'] === decimalMark.kind

/** A number with decimals, by comma or point: as many as pages show. */
export const decimal = (missing = fieldWords.missingNumber) =>
  numeric(missing, false)
    .pipe(
      z
        .number()
        .min(-1e12, fieldWords.tooSmall)
        .max(1e12, fieldWords.tooLarge)
        .refine((value) => Number(value.toFixed(6)) === value, fieldWords.sixDecimals),
    )
    .meta(decimalMark)

/** A decimal that may be left out: nothing, blank and null are all null. */
export const optionalDecimal = () => z.preprocess(emptyToNull, z.nullable(decimal())).meta(decimalMark)

/** An email address, in lower case and its domain in ASCII, however it was pasted. */
export const emailAddress = () =>
  z.preprocess(
    (value) => (typeof value === 'string' ? pastedAddress(value) : value),
    z
      .string({ error: addressWords.missing })
      .max(254, { error: addressWords.tooLong, abort: true })
      .superRefine((address, context) => {
        const message = addressFault(address)
        if (message) context.addIssue({ code: 'custom', message })
      }),
  )

/** The people named by one or several email addresses, however they were pasted; see `readAddresses`. @param most how many at once */
export const emailAddresses = (most: number) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? value.join('\n') : value),
    z.string({ error: addressWords.missing }).transform((typed, context) => {
      const { people, faults } = readAddresses(typed)
      const message =
        faults.length > 0
          ? faults.join(' ')
          : people.length === 0
            ? addressWords.missing
            : people.length > most
              ? mostAddresses(most)
              : undefined
      if (message === undefined) return people
      context.addIssue({ code: 'custom', message, input: typed })
      return z.NEVER
    }),
  )

/** One of a closed list, such as a select posts. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  wrong = fieldWords.chooseOne,
) => z.enum(values, { error: wrong })

/** No value, one, several, or a JSON list in a hidden field: always a list. */
export function asList(value: unknown): unknown[] {
  const them = fromJson(value)
  return them === undefined || them === null || them === '' ? [] : Array.isArray(them) ? them : [them]
}

/** A list with at most this many items; items are read only if there are not more, and each wrong one gets its own message. */
export const atMost = <List extends z.ZodType<unknown, unknown[]>>(most: number, list: List, tooMany = keepTo(most)) =>
  z.array(z.unknown()).max(most, { error: tooMany, abort: true }).pipe(list)

/** More check boxes with one name than any form has. */
const mostBoxes = 100

/** A set of a closed list, such as check boxes post: one name many times, or not at all. Sorted, without repeats. */
export const someOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(
    asList,
    atMost(
      mostBoxes,
      z.array(z.enum(values)).transform((them) => [...new Set(them)].sort()),
    ),
  )

/** Any ids, as a set. */
export const idSet = () =>
  z.preprocess(
    asList,
    atMost(
      200,
      z.array(z.uuid()).transform((them) => [...new Set(them)].sort()),
    ),
  )

/** A UUID, in any case of its letters. */
export const requiredId = () => z.uuid({ error: fieldWords.notValid })

/** A ticked box. */
export const tickedBox = () => z.preprocess((value) => value === true || value === 'yes' || value === 'on', z.boolean())

/** The input of a command that needs none. */
export const noInput = z.object({})
