import type { FormValues } from '#app/ui/form-reply.ts'

export type ErrorWords = { title: string; text: string }

const words: Record<number, ErrorWords> = {
  400: {
    title: 'That could not be read',
    text: 'The page sent something that we do not understand. Go back and try once more.',
  },
  401: {
    title: 'Sign in to go on',
    text: 'This page is for people who take part. Enter your address and you get a link that leads back here.',
  },
  403: {
    title: 'This is not yours to open',
    text: 'You are signed in, but your part in this plan does not include it. Whoever leads the plan can change that.',
  },
  404: {
    title: 'Nothing is here',
    text: 'The address may be mistyped, or what stood here was moved or is not shared with you.',
  },
  405: { title: 'That cannot be done here', text: 'Go back and try once more.' },
  409: {
    title: 'Somebody was faster',
    text: 'This changed while you were looking at it. Open the page again to see how it stands now.',
  },
  410: {
    title: 'This link is used up',
    text: 'Links work once and for a limited time. Enter your address and you get a new one.',
  },
  413: { title: 'That is too much at once', text: 'Send less text in one go.' },
  422: { title: 'That could not be saved', text: 'Something in it needs another look. Go back and try once more.' },
  429: {
    title: 'A little slower, please',
    text: 'There were too many tries in a short time. Wait a minute and go on.',
  },
  503: {
    title: 'Firstwin is busy',
    text: 'This could not be answered just now. Please try again in a moment.',
  },
}

const fault: ErrorWords = {
  title: 'Something broke on our side',
  text: 'Please try again in a moment. If you had just sent something, look first whether it arrived.',
}

/** What people read for a status. What the answer itself says goes first, where it is meant for people; the sign-in form explains itself. */
export function errorWords(status: number, message?: string): ErrorWords {
  const known =
    words[status] ?? (status >= 500 ? fault : { title: 'That did not work', text: 'Go back and try once more.' })
  const isSaid = message && status < 500 && status !== 401
  return isSaid ? { ...known, text: message } : known
}

/** The message in the body of an answer that refuses: `{message}` and nothing else is shown. */
export function messageOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  return typeof data.message === 'string' && data.message !== '' ? data.message : undefined
}

/** The form in the body of an answer that could not take it. */
export function valuesOf(data: unknown): FormValues | undefined {
  if (typeof data !== 'object' || data === null || !('values' in data)) return undefined
  const { values } = data
  const isForm = (it: object): it is FormValues =>
    Object.values(it).every((value) => [value].flat().every((one) => typeof one === 'string'))
  return typeof values === 'object' && values !== null && isForm(values) ? values : undefined
}
