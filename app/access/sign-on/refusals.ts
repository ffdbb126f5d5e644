/** Why somebody did not come in by the provider, each with its status and its words. Pure. */
export const signOnRefusals = {
  'no provider': {
    status: 404,
    title: 'There is nothing to sign in with here',
    text: 'This address is not one of ours, or the workspace signs in by email alone.',
  },
  'provider down': {
    status: 502,
    title: 'Your company’s sign-in does not answer',
    text: 'It could not be reached just now. Nothing is wrong with your account; please try again in a few minutes.',
  },
  cancelled: {
    status: 401,
    title: 'You were not signed in',
    text: 'The sign-in was stopped before it was finished. You can begin again.',
  },
  'begun elsewhere': {
    status: 401,
    title: 'This sign-in took too long',
    text: 'It was not begun in this browser, or more than ten minutes ago. Begin again here and it goes on.',
  },
  'no cookies': {
    status: 401,
    title: 'Your browser sent no cookie',
    text: 'Firstwin needs cookies to sign you in. This browser blocks them, or the sign-in was begun in another one. Allow cookies for this site, then begin again.',
  },
  'used already': {
    status: 401,
    title: 'This sign-in was used already',
    text: 'Each one works once, so going back to it does not sign you in. Begin again here and it goes on.',
  },
  'answer not right': {
    status: 401,
    title: 'Your company’s sign-in gave an answer that does not fit',
    text: 'So nobody was signed in. Begin again; if it happens once more, tell an admin of your workspace.',
  },
  'address not verified': {
    status: 403,
    title: 'Your address is not confirmed yet',
    text: 'Your company’s sign-in does not say that your email address is verified, and Firstwin goes by that. Its administrators can confirm it.',
  },
  'another account': {
    status: 403,
    title: 'This is another account than before',
    text: 'A member here has your address but signs in with another account at your company. If yours was recreated, an admin of your workspace can select Unlink the account on your page under Workspace.',
  },
  'not a member': {
    status: 403,
    title: 'You are not a member here yet',
    text: 'Your company’s sign-in knows you, but nobody in this workspace has that address. An admin can add you.',
  },
} as const satisfies Record<string, { status: number; title: string; text: string }>

export type SignOnRefusal = keyof typeof signOnRefusals
