import { z } from 'zod'
import type { IsoDate } from '#app/schedule/model.ts'
import {
  isoDate,
  oneOf,
  optionalIsoDate,
  optionalName,
  optionalText,
  optionalWholeNumber,
  requiredText,
  requiredId,
  someOf,
  tickedBox,
  wholeNumber,
} from '#app/kit/field-schemas.ts'
import type { ReferenceAnswer } from './reference-answer.ts'
import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { textSizes } from '#app/kit/limits.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { pieceKinds } from '#app/runner/events/reference-kinds.ts'

export const answerInput = z.object({ answer: oneOf(['later', 'no']) })

const optionalId = () => z.preprocess((value) => value || null, z.nullable(requiredId()))

const linesAsText = (value: unknown) => (Array.isArray(value) ? value.join('\n') : value)

/** The lines of a text, each once, without blank ones. */
const linesOf = (text: string | null): string[] =>
  text === null ? [] : [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '')

export const consentInput = z.object({
  /** The version of the first win's words that the champion read. */
  winVersion: wholeNumber(1, 1_000_000_000, refusals.formOutdated),
  kinds: someOf(referenceKinds),
  callsPerQuarter: optionalWholeNumber(0, 50),
  quoteText: optionalText(textSizes.note),
  until: optionalIsoDate(),
  note: optionalText(textSizes.note),
  /** Regions and competitors that are never called or shown anything, one a line. */
  never: z.preprocess(linesAsText, optionalText(textSizes.note)).transform(linesOf),
  /** Who must approve each use: a person of the plan. */
  approverId: optionalId(),
  /** Where no picture is chosen: the one on the plan, the one given before, or none. */
  logoFrom: z.preprocess((value) => value || 'none', oneOf(['none', 'plan', 'given'])),
  /** A chosen picture, in base64. */
  image: z.preprocess(
    (value) => value || null,
    z.nullable(
      z
        .string()
        .max(3_000_000)
        .regex(/^[\w+/]+={0,2}$/),
    ),
  ),
})

/** A quote or a case study, as marketing writes it. */
export const writePieceInput = z.object({ kind: oneOf(pieceKinds), text: requiredText(textSizes.caseStudy) })

/** The champion's answer to one version of it. */
export const answerPieceInput = z.object({
  kind: oneOf(pieceKinds),
  version: wholeNumber(1, 1_000_000, refusals.formOutdated),
  answer: oneOf(['approve', 'return']),
  reason: optionalText(textSizes.sentence),
})

/** What a member used of a reference, when and for what. */
export const noteUseInput = z.object({
  kind: oneOf(referenceKinds),
  usedOn: isoDate(),
  usedFor: requiredText(textSizes.sentence),
  dealRegion: optionalName(),
  competitor: optionalName(),
  isApproved: tickedBox(),
})

export const removeUseInput = z.object({ useId: requiredId() })

/** What a consent is bounded by, as the column `limits` keeps it. */
const storedLimits = z.object({
  quoteText: z.string().nullable(),
  until: z
    .string()
    .transform((date) => date as IsoDate)
    .nullable(),
  note: z.string().nullable(),
  never: z.array(z.string()).default([]),
  approverId: z.string().nullable().default(null),
})
export type ConsentLimits = z.infer<typeof storedLimits>

/** The kinds of a consent, as the column `kinds` keeps them. */
export const readKinds = (stored: readonly string[]): ReferenceKind[] => z.array(z.enum(referenceKinds)).parse(stored)

const noLimits: ConsentLimits = { quoteText: null, until: null, note: null, never: [], approverId: null }

export const readLimits = (stored: string | null): ConsentLimits =>
  stored === null ? noLimits : storedLimits.parse(JSON.parse(stored))

export const writeLimits = (limits: ConsentLimits): string => JSON.stringify(limits)

/** The confirmed words that a consent was given for. */
export const coveredWords = z.object({
  version: z.number(),
  statement: z.string(),
  measure: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  measured: z.number(),
})
export type CoveredWords = z.infer<typeof coveredWords>

/** Whether the last day of a consent has passed. @param today in the plan's time zone */
export function hasExpired(limits: string | null, today: IsoDate): boolean {
  const { until } = readLimits(limits)
  return until !== null && until < today
}

const answers: Record<string, ReferenceAnswer> = { later: 'later', declined: 'no', agreed: 'agreed' }

type Stored = { state: string | null; covers: unknown; limits: string | null; winVersion: number }

/**
 * The state of a reference, in words. A consent to wording that was corrected since is on hold; one with an end date is valid
 * through that day.
 * @param today in the plan's time zone
 */
export function answerOf({ state, covers, limits, winVersion }: Stored, today: IsoDate): ReferenceAnswer {
  const answer = answers[state ?? ''] ?? 'not asked'
  if (answer !== 'agreed') return answer
  if (hasExpired(limits, today)) return 'expired'
  return coveredWords.parse(covers).version === winVersion ? 'agreed' : 'on hold'
}
