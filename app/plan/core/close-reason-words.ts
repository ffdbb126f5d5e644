import type { CloseReason } from './close-reasons.ts'

/** Why a plan was closed without an order, within a sentence that both sides read. */
export const closeReasonWords: Record<CloseReason, string> = {
  'the customer chose another solution': 'the customer chose another solution',
  'no budget': 'no budget',
  postponed: 'postponed',
  'not a fit': 'not a fit',
  'the customer stopped responding': 'the customer stopped responding',
  'other reason': 'another reason',
}

const byStored = new Map<string, string>(Object.entries(closeReasonWords))

/** @param stored one that this version does not know keeps its stored text */
export const closeReasonName = (stored: string): string => byStored.get(stored) ?? stored
