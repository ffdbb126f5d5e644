/** Why a passkey did not let somebody in, each with its status and its words. Pure. */
export const passkeyRefusals = {
  'took too long': {
    status: 401,
    text: 'This took too long or was started in another window. Please try again.',
  },
  'used already': {
    status: 401,
    text: 'This sign-in was used already: each one works once. Please try again.',
  },
  'not ours': {
    status: 401,
    text: 'This passkey was made for something else, not for a workspace here. Choose another one, or use the emailed link.',
  },
  unknown: {
    status: 401,
    text: 'This passkey is not known here any more: it was removed, or its owner is no longer a member. Delete it on your device, and use the emailed link.',
  },
  'another workspace': {
    status: 403,
    text: 'This passkey belongs to another workspace than the plan that you opened, so nobody was signed in. Choose the passkey of that workspace, or use the emailed link.',
  },
  'not right': {
    status: 401,
    text: 'This passkey could not be checked, so nobody was signed in. Try again, or use the emailed link.',
  },
  'counted back': {
    status: 401,
    text: 'This passkey may have been copied: it was used less often than we have seen already. Use the emailed link, then remove the passkey and add a new one.',
  },
  'sign-on': {
    status: 403,
    text: 'Your workspace signs in at your company, so a passkey does not let you in.',
  },
} as const satisfies Record<string, { status: number; text: string }>

export type PasskeyRefusal = keyof typeof passkeyRefusals
