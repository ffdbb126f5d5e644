import { createHmac, timingSafeEqual } from 'node:crypto'
import { type LinkKeys, secretsOf } from '#app/kit/link-keys.ts'

/** Milliseconds: enough to open a mailbox. */
export const codeWorksFor = 10 * 60 * 1000

/**
 * The six digits of a code: HMAC-SHA256 of its id under LINK_SECRET. So the database holds neither the code nor a hash that a
 * million guesses would break, and an email sent again has the same code. 48 bits modulo a million make no digit noticeably
 * likelier.
 */
export const signInCodeOf = ({ linkSecret }: Pick<LinkKeys, 'linkSecret'>, codeId: string): string => {
  const bits = createHmac('sha256', linkSecret).update(`code: ${codeId}`).digest().readUIntBE(0, 6)
  return String(bits % 1_000_000).padStart(6, '0')
}

/** Whether this is the code, also one made under an earlier LINK_SECRET; compared in constant time. */
export const isSignInCode = (keys: LinkKeys, codeId: string, typed: string): boolean =>
  /^\d{6}$/.test(typed) &&
  secretsOf(keys)
    .map((linkSecret) => timingSafeEqual(Buffer.from(signInCodeOf({ linkSecret }, codeId)), Buffer.from(typed)))
    .includes(true)
