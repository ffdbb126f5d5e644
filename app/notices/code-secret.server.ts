import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Environment } from '#app/kit/environment.server.ts'

type Secret = Pick<Environment, 'linkSecret'>

/** Milliseconds: enough to open a mailbox. */
export const codeWorksFor = 10 * 60 * 1000

/**
 * The six digits of a code: HMAC-SHA256 of its id under LINK_SECRET, so that the database holds neither the code nor a hash that a
 * million guesses would break, and an email sent again carries the same one. 48 bits over a million leave no digit likelier.
 */
export const codeOf = ({ linkSecret }: Secret, codeId: string): string => {
  const bits = createHmac('sha256', linkSecret).update(`code: ${codeId}`).digest().readUIntBE(0, 6)
  return String(bits % 1_000_000).padStart(6, '0')
}

/** Whether this is the code, in a time that tells nothing. */
export const isCode = (secret: Secret, codeId: string, typed: string): boolean =>
  /^\d{6}$/.test(typed) && timingSafeEqual(Buffer.from(codeOf(secret, codeId)), Buffer.from(typed))
