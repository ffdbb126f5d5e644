import { z } from 'zod'
import type { IsoDate } from '#app/schedule/model.ts'
import { oneOf, optionalIsoDate, optionalText, optionalWholeNumber, someOf } from '#app/kit/fields.ts'
import { type ReferenceAnswer, referenceKinds } from './components/reference-words.ts'

export const answerInput = z.object({ answer: oneOf(['later', 'no']) })

export const consentInput = z.object({
  kinds: someOf(referenceKinds),
  callsPerQuarter: optionalWholeNumber(0, 50),
  quoteText: optionalText(1000),
  until: optionalIsoDate(),
  note: optionalText(1000),
})

/** What a consent is bounded by, as the column `limits` keeps it. */
const storedLimits = z.object({
  quoteText: z.string().nullable(),
  until: z
    .string()
    .transform((date) => date as IsoDate)
    .nullable(),
  note: z.string().nullable(),
})
export type ConsentLimits = z.infer<typeof storedLimits>

const noLimits: ConsentLimits = { quoteText: null, until: null, note: null }

export const readLimits = (stored: string | null): ConsentLimits =>
  stored === null ? noLimits : storedLimits.parse(JSON.parse(stored))

export const writeLimits = (limits: ConsentLimits): string => JSON.stringify(limits)

const answers: Record<string, ReferenceAnswer> = { later: 'later', declined: 'no', agreed: 'agreed' }

/** How the state that is stored reads to people. */
export const answerOf = (state: string | null): ReferenceAnswer => answers[state ?? ''] ?? 'not asked'
