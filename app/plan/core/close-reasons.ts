/** Why a plan is closed without an order, as it is stored. */
export const closeReasons = [
  'the customer chose another solution',
  'no budget',
  'postponed',
  'not a fit',
  'the customer stopped responding',
  'other reason',
] as const

export type CloseReason = (typeof closeReasons)[number]
