import { z } from 'zod'
import { optionalText, wholeNumber } from '#app/kit/field-schemas.ts'
import { retentionBounds, textSizes } from '#app/kit/limits.ts'

const period = (field: keyof typeof retentionBounds) => {
  const { least, most } = retentionBounds[field]
  return wholeNumber(least, most)
}

/** How long a workspace keeps its records; fields left out stay as they are. */
export const retentionInput = z
  .object({
    keepSecurityLogMonths: period('keepSecurityLogMonths'),
    keepEmailsDays: period('keepEmailsDays'),
    keepSessionsDays: period('keepSessionsDays'),
    keepReceiptsDays: period('keepReceiptsDays'),
  })
  .partial()
  .extend({
    /** What the answer asked about shorter times, word for word: it confirms those times, and no others typed since. */
    confirmShorter: optionalText(textSizes.note),
  })

export const retentionFields = [
  'keepSecurityLogMonths',
  'keepEmailsDays',
  'keepSessionsDays',
  'keepReceiptsDays',
] as const

export type Retention = Record<(typeof retentionFields)[number], number>
