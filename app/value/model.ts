import { z } from 'zod'
import {
  asList,
  atMost,
  decimal,
  idSet,
  isoDate,
  oneOf,
  requiredId,
  requiredName,
  optionalIsoDate,
  optionalLine,
  optionalName,
  optionalText,
  requiredText,
  tickedBox,
  wholeNumber,
} from '#app/kit/field-schemas.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { situationInputRefusals, winInputRefusals } from './value-input-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { figureUnits } from '#app/runner/events/figure-units.ts'

export const situationStates = ['draft', 'shared', 'confirmed', 'changed'] as const
export type SituationState = (typeof situationStates)[number]

/** Whether the person has confirmed the situation, as it was written or in their own words. */
export const isSituationConfirmed = (state: SituationState): boolean => state === 'confirmed' || state === 'changed'

/** The situation itself, for the vendor's draft and the person's own words alike. */
const situation = {
  jobTitle: requiredName(situationInputRefusals.enterJobTitle),
  issue: requiredText(textSizes.situation, situationInputRefusals.enterIssue),
  reasons: optionalText(textSizes.situation),
  capabilities: optionalText(textSizes.situation),
  difference: optionalText(textSizes.difference),
  criticalDate: optionalIsoDate(),
}

/** One figure of a situation, with its source. */
export const figureInput = z.object({
  amount: decimal(situationInputRefusals.enterAmount).refine((it) => it > 0, situationInputRefusals.aboveZero),
  unit: oneOf(figureUnits),
  source: requiredText(textSizes.source, situationInputRefusals.enterSource),
})

const figures = z.preprocess(
  asList,
  atMost(bounds.figures, z.array(figureInput), situationInputRefusals.mostFigures(bounds.figures)),
)

export const saveSituationInput = z.object({
  /** Left out for a new situation. */
  situationId: requiredId().optional(),
  /** A participant's id, or `else` for someone who takes no part yet. */
  personId: z.union([z.uuid(), z.literal('else'), z.literal('')]).optional(),
  personName: optionalName(),
  ...situation,
  /** Left out, they stay as they are. */
  figures: figures.optional(),
})

/** Left out, there are no figures: the person stands by what they read, and a page from before figures showed none. */
export const changeSituationInput = z.object({ situationId: requiredId(), ...situation, figures })
/** Whether a participant is a key person of the plan. */
export const keyPersonInput = z.object({ participantId: requiredId(), isKey: tickedBox() })
export const oneSituationInput = z.object({ situationId: requiredId() })

const measuredValue = decimal(winInputRefusals.enterMeasured)
/** The version of the first win's words that the sender read. */
const winVersion = wholeNumber(1, 1_000_000_000, refusals.formOutdated)
const statement = requiredText(textSizes.sentence, winInputRefusals.enterStatement)
/** Sent after the answer asked again about a value worse than the baseline. */
const confirmWorse = tickedBox()

export const confirmInput = z.object({
  winVersion,
  measuredValue,
  /** Left out: the agreed words. */
  statement: statement.optional(),
  /** The day on which it happened; left out, no one has said. */
  reachedOn: optionalIsoDate(),
  /** The agreed words are true though the value misses the target. */
  wordsHold: tickedBox(),
  confirmWorse,
})

/** The corrected values of a confirmed win; missing fields stay as they are. */
export const correctInput = z.object({
  statement: statement.optional(),
  measure: requiredText(textSizes.measure).optional(),
  unit: requiredText(textSizes.unit).optional(),
  baseline: decimal().optional(),
  target: decimal().optional(),
  measuredValue: measuredValue.optional(),
  /** The day on which it happened; empty, no one has said. */
  reachedOn: optionalIsoDate().optional(),
  /** The statement is still true though the corrected value misses the target. */
  wordsHold: tickedBox(),
  /** The figures that were not entered again are right in the new unit. */
  unitHolds: tickedBox(),
  confirmWorse,
})

export const withdrawInput = z.object({
  reason: requiredText(textSizes.sentence, winInputRefusals.enterReason),
  /** The day on which the result is looked at again; null for after the usual rest. */
  measureOn: optionalIsoDate(),
})

export const measurementInput = z.object({
  measuredValue,
  /** Left out: today. */
  measuredOn: optionalIsoDate(),
  note: optionalText(textSizes.sentence),
  /** A win besides the first one; left out, the first one. */
  winId: requiredId().optional(),
})

/** A win besides the first one. */
export const furtherWinInput = z.object({
  statement,
  measure: requiredText(textSizes.measure),
  unit: requiredText(textSizes.unit),
  baseline: decimal(),
  target: decimal(),
  winBy: optionalIsoDate(),
})

export const oneFurtherWinInput = z.object({ winId: requiredId() })

export const confirmFurtherWinInput = z.object({
  winId: requiredId(),
  measuredValue,
  statement,
  /** Left out: today. */
  reachedOn: optionalIsoDate(),
  confirmWorse,
})

export const removeMeasurementInput = z.object({ measurementId: requiredId() })

export const notYetInput = z.object({
  reason: requiredText(textSizes.sentence, winInputRefusals.enterWhyNotYet),
  /** The day on which the result is looked at again. */
  measureOn: isoDate(winInputRefusals.enterMeasureOn),
})

/** How the first win is measured. */
export const measuringInput = z.object({
  baselineHow: optionalText(textSizes.sentence),
  measuredBy: optionalText(textSizes.audience),
  measureOn: optionalIsoDate(),
})

export const lookAtWinInput = z.object({ winVersion })

export const askForResultInput = z.object({ note: optionalText(textSizes.sentence) })

/** What a champion writes to the own management; what is left out is not shown. */
export const noteInput = z.object({
  why: optionalText(textSizes.note),
  byWhen: optionalText(textSizes.note),
  brings: optionalText(textSizes.note),
  asks: optionalText(textSizes.note),
})

export const cardInput = z.object({
  winVersion,
  /** Left out: the confirmed statement. */
  headline: optionalLine(textSizes.title),
  /** Who is named, of both sides. */
  people: idSet(),
})

export type SituationInput = Omit<z.infer<typeof saveSituationInput>, 'situationId' | 'personId' | 'personName'>
