import type { SignOnRefusal } from '../security-log/sign-on-refusals.ts'
import { emailButtons } from '#emails/parts/email-button-words.ts'
import { sharedSignInWords } from '../core/access-words.ts'

export const signInToTitle = (workspace: string): string => `Sign in to ${workspace}`

export const signInAtWords = (provider: string): string => `You will sign in at ${provider} and then return here.`

export const continueAsTitle = (name: string): string => `Continue as ${name}?`

/** Who the company’s provider says that the reader is. */
export const recognisedWords = ({
  name,
  email,
  workspace,
}: {
  name: string
  email: string
  workspace: string
}): string => `Your company’s sign-in says that you are ${name} (${email}) of ${workspace}.`

export const staysSignedInWords = (name: string, workspace: string): string =>
  `${name} stays signed in to ${workspace}.`

export const continueAsWords = (name: string): string => `Continue as ${name}`

export const signOnCardWords = {
  startAgain: 'Start again',
  byEmail: 'Sign in by email',
  continueToCompany: 'Continue to your company’s sign-in',
  leadingOn: 'One moment',
  leadingOnHint: 'We are opening your company’s sign-in. If nothing happens, select Continue.',
  throughCompany: emailButtons.signInThroughCompany,
  throughCompanyHint:
    'Members of this workspace sign in through their company, not by email link. After that, the page you wanted opens.',
  toCompany: sharedSignInWords.toCompany,
}

/** Why someone did not sign in by the provider. */
export const signOnRefusalWords: Record<SignOnRefusal, { title: string; text: string }> = {
  'no provider': {
    title: 'Company sign-in is not available here',
    text: 'The address may be wrong, or this workspace only uses sign-in by email.',
  },
  'provider down': {
    title: 'Your company’s sign-in is not responding',
    text: 'We could not reach it just now. There is nothing wrong with your account. Please try again in a few minutes.',
  },
  cancelled: {
    title: 'You were not signed in',
    text: 'The sign-in was not completed. You can start again.',
  },
  'started elsewhere': {
    title: 'This sign-in took too long',
    text: 'It was started in another browser or more than ten minutes ago. Please start again here.',
  },
  'no cookies': {
    title: 'Your browser did not send a cookie',
    text: 'Firstwin needs cookies to sign you in. This browser blocks them, or you started in another one. Allow cookies for this site, then start again.',
  },
  'used already': {
    title: 'This sign-in was already used',
    text: 'Each sign-in works once, so going back does not sign you in. Please start again here.',
  },
  'answer not right': {
    title: 'Your company’s sign-in sent an unexpected answer',
    text: 'You were not signed in. Please start again. If it happens again, tell an admin of your workspace.',
  },
  'address not verified': {
    title: 'Your email address is not verified',
    text: 'Your company’s sign-in has not verified your email address, which Firstwin requires. Ask your company’s IT team to verify it.',
  },
  'another account': {
    title: 'This is a different account',
    text: 'The member with your email address signs in with a different account at your company. If your account was recreated, ask an admin of your workspace to unlink the old one on your member page.',
  },
  'not a member': {
    title: 'You are not a member yet',
    text: 'Your company’s sign-in recognised you, but this workspace has no member with your email address. An admin can add you.',
  },
}
