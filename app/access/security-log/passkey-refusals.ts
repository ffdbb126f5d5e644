/** Why a passkey did not let someone in, each with its status. Pure. */
export const passkeyRefusals = {
  'took too long': 401,
  'used already': 401,
  'not ours': 401,
  unknown: 401,
  'another workspace': 403,
  'not right': 401,
  'counted back': 401,
  'sign-on': 403,
} as const

export type PasskeyRefusal = keyof typeof passkeyRefusals
