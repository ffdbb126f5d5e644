/** Why someone did not sign in by the provider, each with its status. Pure. */
export const signOnRefusals = {
  'no provider': 404,
  'provider down': 502,
  cancelled: 401,
  'started elsewhere': 401,
  'no cookies': 401,
  'used already': 401,
  'answer not right': 401,
  'address not verified': 403,
  'another account': 403,
  'not a member': 403,
} as const

export type SignOnRefusal = keyof typeof signOnRefusals
