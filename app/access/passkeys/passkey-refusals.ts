/** Why a passkey did not let someone in, each with its status and its words. Pure. */
export const passkeyRefusals = {
  'took too long': {
    status: 401,
    text: 'This took too long or was started in another window. Please try again.',
  },
  'used already': {
    status: 401,
    text: 'This sign-in was already used. Please try again.',
  },
  'not ours': {
    status: 401,
    text: 'This passkey does not belong to a Firstwin workspace. Choose another one, or sign in by email.',
  },
  unknown: {
    status: 401,
    text: 'This passkey no longer works. It was removed, or its owner is no longer a member. Delete it on your device and sign in by email.',
  },
  'another workspace': {
    status: 403,
    text: 'This passkey does not belong to the workspace of the plan you opened. Choose the passkey for that workspace, or sign in by email.',
  },
  'not right': {
    status: 401,
    text: 'This passkey could not be verified. Try again, or sign in by email.',
  },
  'counted back': {
    status: 401,
    text: 'This passkey may have been copied, so you were not signed in. Sign in by email, remove the passkey and add a new one.',
  },
  'sign-on': {
    status: 403,
    text: 'Your workspace requires company sign-in, so you can’t use a passkey.',
  },
} as const satisfies Record<string, { status: number; text: string }>

export type PasskeyRefusal = keyof typeof passkeyRefusals
