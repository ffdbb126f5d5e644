/** Why a plan is closed without an order, in words that both sides read. */
export const closeReasons = [
  'the customer decided for another way',
  'there is no budget for it now',
  'it was put off',
  'it does not fit the need',
  'the customer could not be reached any more',
  'another reason',
] as const
