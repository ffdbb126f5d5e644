/** Why a plan is closed without an order, in words that both sides read. */
export const closeReasons = [
  'the customer chose another solution',
  'no budget',
  'postponed',
  'not a fit',
  'the customer stopped responding',
  'other reason',
] as const
