import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { errorTitleWords } from './error-title-words.ts'
import { tooManyAttemptsWords } from '#app/access/core/access-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export type ErrorWords = { title: string; text: string }

const goBackText = 'Go back and try again.'

const texts: Readonly<Record<number, string>> = {
  400: 'The request was incomplete or invalid. Go back and try again.',
  401: 'Enter your email address and we will send you a link that brings you back here.',
  403: 'You are signed in, but your role does not include this. Ask the plan’s lead to change that.',
  404: 'The address may be wrong, or the page may have moved or is not shared with you.',
  405: goBackText,
  409: 'This was changed while you had it open. Reload the page to see the latest version.',
  410: 'Links work once and for a limited time. Enter your email address and we will send you a new one.',
  413: 'Please shorten it and try again.',
  422: 'Please check what you entered. Go back and try again.',
  429: tooManyAttemptsWords(60),
  503: 'We can’t answer this right now. Please try again in a moment.',
}

const faultText = 'Please try again in a moment. If you just sent something, check first whether it arrived.'

/**
 * The text for a status. The message of the answer itself comes first, where it is meant for people; the sign-in form explains
 * itself.
 */
export function errorWords(status: number, message?: string): ErrorWords {
  const isSaid = message && status < 500 && status !== 401
  const known = texts[status] ?? (status >= 500 ? faultText : goBackText)
  return { title: errorTitleWords(status), text: isSaid ? message : known }
}

/** The number under which an error of ours can be found. */
export const referenceWords = <Reference>(status: number, reference: Reference) =>
  status === 500 ? sentenceParts`We have logged it. Reference ${reference}` : sentenceParts`Reference ${reference}`

export const signedInAsWords = <Name>(person: Name) => sentenceParts`You are signed in as ${person}.`

/** @param signIn the link that signs in */
export const thenSendWords = <Link>(signIn: Link) => sentenceParts`${signIn}. Then send it again from here.`

export const errorPageWords = {
  ourError: 'Error on our side',
  toStart: 'Back to the start page',
  signIn: pageNames.signIn,
  offline: 'Connection lost',
  offlineText:
    'The page could not be loaded. If you just sent something, check whether it arrived before you try again.',
  notHere: 'The address may be wrong, or the page may have moved.',
}

export const keptFormWords = {
  title: 'What you typed',
  send: 'Send again',
  copy: 'Copy what you need before you leave this page.',
}
