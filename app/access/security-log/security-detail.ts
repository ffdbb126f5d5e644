import type { RateLimitName } from '#app/kit/rate-limits.ts'
import type { LinkKind } from '#app/outbox/link-lifetimes.ts'
import type { WhyLinkFailed } from './why-link-failed.ts'
import type { PasskeyRefusal } from './passkey-refusals.ts'
import type { SignOnRefusal } from './sign-on-refusals.ts'

/** The link or the code by which someone signed in. */
export type ProofLink = LinkKind | 'code'

/** How someone signed in without an email. */
export type ProofWay = 'passkey' | 'single sign-on'

/** Why an emailed link was refused; `unknown` where there is no such link. */
export type LinkRefusal = WhyLinkFailed | 'unknown'

/** The records that are deleted by age, each with how many there were. */
export type DeletedRecords = 'emails' | 'sessions' | 'links' | 'comments' | 'files' | 'posts' | 'receipts'

/** Facts whose values are texts: names, dates, numbers, lists. */
export type TextDetail =
  | DeletedRecords
  | 'account'
  | 'after'
  | 'again'
  | 'before'
  | 'by'
  | 'code on new devices'
  | 'count'
  | 'device'
  | 'devices'
  | 'domains'
  | 'entries'
  | 'format'
  | 'from'
  | 'issuer'
  | 'key'
  | 'kind'
  | 'of'
  | 'passkey'
  | 'person'
  | 'required'
  | 'role'
  | 'scopes'
  | 'secret'
  | 'successor'
  | 'through'
  | 'to'
  | 'until'
  | 'what'
  | 'who'

/** What an entry of the security log says beside who and when. Stored and sealed as it is written, so no value is ever renamed. */
export type SecurityDetail = Partial<Record<TextDetail | 'planId' | 'hash' | 'digests', string | null>> & {
  limit?: RateLimitName
  link?: ProofLink
  how?: ProofWay
  why?: LinkRefusal | PasskeyRefusal | SignOnRefusal
}

/** What the list shows; ids and hashes say nothing to people and are left to the file. */
export type ShownDetail = Exclude<keyof SecurityDetail, 'planId' | 'hash' | 'digests'>

/** `writeSecurityEvent` writes texts alone. */
export const securityDetailOf = (detail: unknown): Record<string, string | null> =>
  typeof detail === 'object' && detail !== null
    ? Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, value === null ? null : String(value)]))
    : {}
