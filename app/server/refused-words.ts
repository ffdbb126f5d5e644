import { fileTooLarge } from '#app/kit/field-words.ts'
import { importRefusals } from '#app/portfolio/import/import-words.ts'
import { errorTitleWords } from '#app/shell/error-title-words.ts'
import { errorPageWords } from '#app/shell/error-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { signInLinkWords } from '#app/ui/sign-in-link-words.ts'

/** A page that says why a request was not let through, or failed. */
export type RefusedWords = { title: string; detail: string }

const badRequestTitle = 'Bad request'
const tooLargeTitle = 'Too large'

export const refusedPages = {
  invalidAddress: {
    title: 'Invalid address',
    detail: 'This address contains invalid characters. Check it and try again.',
  },
  badRequest: { title: badRequestTitle, detail: refusals.requestUnreadable },
  tooManyPages: {
    title: badRequestTitle,
    detail: 'This request covers too many pages at once. Reload the page and try again.',
  },
  otherSite: {
    title: 'Sent from another site',
    detail:
      'This form was sent from another site, so nothing was changed. Open the page in Firstwin and send it from there.',
  },
  notFound: { title: errorTitleWords(404), detail: errorPageWords.notHere },
  tooSlow: {
    title: 'Request timed out',
    detail: 'This request did not arrive in time, so nothing was changed. Please try again.',
  },
  tooLarge: {
    title: tooLargeTitle,
    detail: 'This request is too large, so nothing was changed. Go back, shorten it and try again.',
  },
  fileTooLarge: { title: tooLargeTitle, detail: `${fileTooLarge} Go back and choose another.` },
  importTooLarge: { title: tooLargeTitle, detail: `${importRefusals.tooLarge} Go back and choose another.` },
  encoding: { title: 'Not supported', detail: 'The encoding of this request is not supported.' },
  busy: {
    title: 'Too busy',
    detail:
      'Firstwin has too many requests right now, so this one was not processed. Go back and try again in a few seconds.',
  },
  failed: {
    title: 'Something went wrong',
    detail: 'Please try again in a moment. If you just saved something, check first whether it was saved.',
  },
} satisfies Record<string, RefusedWords>

export const methodWords = (allowed: readonly string[]): RefusedWords => ({
  title: 'Method not allowed',
  detail: `This address only accepts ${factsWords(allowed)}.`,
})

export const requestReference = (reference: string): string => `Reference ${reference}`

export const refusedLinks = { another: signInLinkWords.asAnother, home: 'Back to Firstwin' }

export const busyWords = { page: 'Firstwin is busy.', data: 'Firstwin is busy. Please try again in a moment.' }

export const failedWords = (reference: string): string =>
  `Something went wrong on our side (reference ${reference}). You can send it again. It won’t be saved twice.`
