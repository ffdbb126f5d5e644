import { hour } from '#app/kit/durations.ts'

/** Resend forgets an idempotency key after 24 hours; an hour before that we stop, so that no one gets an email twice. */
export const givesUpAfter = 23 * hour

/** Whether it is the email of a day that has passed: what it tells may no longer be true, and the page tells it. */
export const isOfEarlierDay = ({ kind, createdAt }: { kind: string; createdAt: Date }, now: Date): boolean =>
  kind === 'daily' && now.getTime() - createdAt.getTime() >= givesUpAfter
