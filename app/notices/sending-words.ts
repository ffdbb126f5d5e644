import { factsWords } from '#emails/parts/list-words.ts'

/** The name behind an email. @param names the person who acted and the company, or the company */
export const viaWords = (names: readonly string[]): string => `${factsWords(names)} (via Firstwin)`

/** Why an email was never sent. @param failure of the last attempt, if there was one */
export const gaveUpSendingWords = (failure: string | null): string => `Given up after 23 hours. ${failure ?? ''}`.trim()

/** Why an email with a code was never sent. @param failure of the last attempt, if there was one */
export const codeExpiredWords = (failure: string | null): string =>
  `Its code expired before it could leave. ${failure ?? ''}`.trim()
