import { z } from 'zod'
import { decimal, id, optionalIsoDate, optionalText, text, ticked } from '#app/kit/fields.ts'

export const situationStates = ['draft', 'shared', 'confirmed', 'changed'] as const
export type SituationState = (typeof situationStates)[number]

/** Whether the person has stood by the sheet, as it was written or in words of their own. */
export const isConfirmed = (state: SituationState): boolean => state === 'confirmed' || state === 'changed'

/** The sheet itself, for the vendor's draft and the person's own words alike. */
const sheet = {
  jobTitle: text(160, 'Please say what this person is in charge of.'),
  issue: text(4000, 'Please say what weighs on this person.'),
  reasons: optionalText(4000),
  capabilities: optionalText(4000),
  difference: optionalText(2000),
  criticalDate: optionalIsoDate(),
}

export const saveSituationInput = z.object({
  /** Left out for a new sheet. */
  situationId: id().optional(),
  /** A participant's id, or `else` for somebody who takes no part yet. */
  personId: z.union([z.uuid(), z.literal('else'), z.literal('')]).optional(),
  personName: optionalText(120),
  ...sheet,
})

export const changeSituationInput = z.object({ situationId: id(), ...sheet })
export const oneSituationInput = z.object({ situationId: id() })

export const measuredInput = z.object({
  measuredValue: decimal('Please give the value that was measured.'),
  /** Sent after the answer asked once more. */
  confirmWorse: ticked(),
})

/** Whether a measured value lies on the wrong side of where it began, seen from the target. */
export const isWorse = ({ baseline, target }: { baseline: number; target: number }, measured: number): boolean =>
  (measured - baseline) * Math.sign(target - baseline) < 0

export type SheetInput = Omit<z.infer<typeof changeSituationInput>, 'situationId'>
