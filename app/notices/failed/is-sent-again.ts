import { isOfEarlierDay } from '../is-of-earlier-day.ts'

/** Late, it would only confuse: codes and links to sign in with, which are asked for again by their reader, and the email of a day that has passed. */
export const isSentAgain = (notice: { kind: string; createdAt: Date }, now: Date): boolean =>
  notice.kind !== 'sign-in' && notice.kind !== 'sign-in-code' && !isOfEarlierDay(notice, now)
