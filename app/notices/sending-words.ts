import { factsWords } from '#emails/parts/list-words.ts'
import type { BlockReason } from '#app/outbox/goes-all-the-same.ts'

/** The name behind an email. @param names the person who acted and the company, or the company */
export const viaWords = (names: readonly string[]): string => `${factsWords(names)} (via Firstwin)`

/** The mail service took an email and then did not send it. */
export const refusedByServiceWords = 'The mail service took this email and did not send it.'

/** Why an email to an address is failed. */
export const blockedWords: Record<BlockReason, string> = {
  bounced: 'Not sent: an earlier email to this address came back.',
  complained: 'Not sent: the owner of this address called an earlier email spam.',
}

/** Why an email was never sent. @param failure of the last attempt, if there was one */
export const gaveUpSendingWords = (failure: string | null): string => `Given up after 23 hours. ${failure ?? ''}`.trim()

/** Why the email of a day was never sent. @param failure of the last attempt, if there was one */
export const ofEarlierDayWords = (failure: string | null): string =>
  `It could not leave on its day, and is out of date now. ${failure ?? ''}`.trim()

/** Why an email with a code was never sent. @param failure of the last attempt, if there was one */
export const codeExpiredWords = (failure: string | null): string =>
  `Its code expired before it could leave. ${failure ?? ''}`.trim()
