/** Why someone did not sign in by the provider, each with its status and its words. Pure. */
export const signOnRefusals = {
  'no provider': {
    status: 404,
    title: 'Company sign-in is not available here',
    text: 'The address may be wrong, or this workspace only uses sign-in by email.',
  },
  'provider down': {
    status: 502,
    title: 'Your company’s sign-in is not responding',
    text: 'We could not reach it just now. There is nothing wrong with your account. Please try again in a few minutes.',
  },
  cancelled: {
    status: 401,
    title: 'You were not signed in',
    text: 'The sign-in was not completed. You can start again.',
  },
  'started elsewhere': {
    status: 401,
    title: 'This sign-in took too long',
    text: 'It was started in another browser or more than ten minutes ago. Please start again here.',
  },
  'no cookies': {
    status: 401,
    title: 'Your browser did not send a cookie',
    text: 'Firstwin needs cookies to sign you in. This browser blocks them, or you started in another one. Allow cookies for this site, then start again.',
  },
  'used already': {
    status: 401,
    title: 'This sign-in was already used',
    text: 'Each sign-in works once, so going back does not sign you in. Please start again here.',
  },
  'answer not right': {
    status: 401,
    title: 'Your company’s sign-in sent an unexpected answer',
    text: 'You were not signed in. Please start again. If it happens again, tell an admin of your workspace.',
  },
  'address not verified': {
    status: 403,
    title: 'Your email address is not verified',
    text: 'Your company’s sign-in has not verified your email address, which Firstwin requires. Ask your company’s IT team to verify it.',
  },
  'another account': {
    status: 403,
    title: 'This is a different account',
    text: 'The member with your email address signs in with a different account at your company. If your account was recreated, ask an admin of your workspace to unlink the old one on your member page.',
  },
  'not a member': {
    status: 403,
    title: 'You are not a member yet',
    text: 'Your company’s sign-in recognised you, but this workspace has no member with your email address. An admin can add you.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>

export type SignOnRefusal = keyof typeof signOnRefusals
