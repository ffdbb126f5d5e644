import { z } from 'zod'
import { ticked, wholeNumber } from '#app/kit/fields.ts'
import { retentionBounds } from '#app/kit/limits.ts'

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
    /** Sent after the answer asked again about a shorter time: what is older is deleted for good. */
    confirmShorter: ticked(),
  })

export const retentionFields = [
  'keepSecurityLogMonths',
  'keepEmailsDays',
  'keepSessionsDays',
  'keepReceiptsDays',
] as const

export type Retention = Record<(typeof retentionFields)[number], number>
