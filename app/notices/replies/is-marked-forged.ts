import type { MailHeaders } from './mail-headers.ts'

/**
 * Whether the server that received an email found that its From domain did not send it: DMARC failed (RFC 8601, RFC 7489). Quotes and comments of the header
 * are the sender's own words and are left out. Without such a header nothing is known.
 */
export const isMarkedForged = (headers: MailHeaders): boolean =>
  (headers.get('authentication-results') ?? []).some((value) =>
    withoutOwnWords(value)
      .split(';')
      .some((clause) => /^\s*dmarc\s*=\s*fail\b/i.test(clause)),
  )

function withoutOwnWords(value: string): string {
  let [left, depth, isQuoted] = ['', 0, false]
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? ''
    if (sign === '\\') at++
    else if (isQuoted) isQuoted = sign !== '"'
    else if (sign === '"') isQuoted = depth === 0
    else if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) left += sign
  }
  return left
}
