import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import type { PieceState } from '../pieces/piece-version.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'

/**
 * How far a win has come on the way to a used reference. Agreed: something that was agreed to is still to be made or given; captured: all
 * of it is at hand.
 */
export const boardStates = [
  ...(['ready', 'asked', 'later', 'agreed', 'captured', 'in use'] as const),
  ...(['on hold', 'expired', 'declined'] as const),
] as const
export type BoardState = (typeof boardStates)[number]

export type ReferenceProgressFacts = {
  answer: ReferenceAnswer
  /** The day on which marketing asked, since the last answer; null for never. */
  askedOn: IsoDate | null
  /** The day of the champion's last answer. */
  answeredOn: IsoDate | null
  /** The day of the confirmation, and of the last correction since; null for none. */
  confirmedOn: IsoDate
  correctedOn: IsoDate | null
  /** The last day of the consent; null for one without an end. */
  until: IsoDate | null
  kinds: readonly ReferenceKind[]
  hasLogo: boolean
  /** The day on which marketing last asked for it; null for never. */
  logoAskedOn: IsoDate | null
  /** The newest version of the case study; null before one was written. */
  caseStudy: { state: PieceState; hasApproved: boolean } | null
  /** The first use since the consent was first given. */
  usedOn: IsoDate | null
}

/** What was agreed to and is still to be made or given. */
export const missingKinds = ({ kinds, hasLogo, caseStudy }: ReferenceProgressFacts): ReferenceKind[] =>
  kinds.filter((kind) => (kind === 'logo' && !hasLogo) || (kind === 'case-study' && !caseStudy?.hasApproved))

const statesOfAnswer = { later: 'later', no: 'declined', 'on hold': 'on hold', expired: 'expired' } as const

export function boardState(progress: ReferenceProgressFacts): BoardState {
  const { answer, askedOn, usedOn } = progress
  if (answer === 'not asked') return askedOn === null ? 'ready' : 'asked'
  if (answer !== 'agreed') return statesOfAnswer[answer]
  if (usedOn !== null) return 'in use'
  return missingKinds(progress).length > 0 ? 'agreed' : 'captured'
}

/** The day on which the win came into its state. */
export function stateSince(progress: ReferenceProgressFacts): IsoDate {
  const { askedOn, answeredOn, confirmedOn, correctedOn, until, usedOn } = progress
  const since: Partial<Record<BoardState, IsoDate | null>> = {
    asked: askedOn,
    'in use': usedOn,
    'on hold': correctedOn,
    expired: until && addDays(until, 1),
    ready: confirmedOn,
  }
  return since[boardState(progress)] ?? answeredOn ?? confirmedOn
}

/** Days after *Later* before the champion may be asked once more. */
const laterRest = 30

/** Whether marketing may ask the champion: once after the win, once after a *Later* that has had its rest, and once when a consent no longer holds. */
export function mayAsk(
  { answer, askedOn, answeredOn }: Pick<ReferenceProgressFacts, 'answer' | 'askedOn' | 'answeredOn'>,
  today: IsoDate,
): boolean {
  if (askedOn !== null || answer === 'no' || answer === 'agreed') return false
  return answer !== 'later' || answeredOn === null || today >= addDays(answeredOn, laterRest)
}

/** Days before marketing may ask for a logo again. */
const logoRest = 7

/** Whether marketing may ask for a logo that is missing: not again within a week. */
export const mayAskForLogo = (askedOn: IsoDate | null, today: IsoDate): boolean =>
  askedOn === null || today >= addDays(askedOn, logoRest)

export type NextAct = 'ask' | 'ask again' | 'get the logo' | 'write' | 'send' | 'change' | 'use' | 'wait' | 'none'

/** Of an archived plan no one is asked and nothing is written: what is at hand may be used. */
export const nextOfArchived = (progress: ReferenceProgressFacts): NextAct =>
  ['captured', 'in use'].includes(boardState(progress)) ? 'use' : 'none'

/** What marketing does next about a win. */
export function nextAct(progress: ReferenceProgressFacts, today: IsoDate): NextAct {
  const state = boardState(progress)
  if (mayAsk(progress, today)) return state === 'ready' ? 'ask' : 'ask again'
  if (state === 'declined') return 'none'
  if (state === 'captured' || state === 'in use') return 'use'
  if (state !== 'agreed') return 'wait'
  const { caseStudy } = progress
  if (!missingKinds(progress).includes('case-study'))
    return mayAskForLogo(progress.logoAskedOn, today) ? 'get the logo' : 'wait'
  if (caseStudy?.state === 'draft') return 'send'
  if (caseStudy?.state === 'sent') return 'wait'
  return caseStudy?.state === 'sent back' ? 'change' : 'write'
}
