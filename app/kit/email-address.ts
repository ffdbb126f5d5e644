import { textSizes } from './limits.ts'
import { oneLine } from './plain-text.ts'
import { addressWords, wrongAfter, wrongBefore } from './field-words.ts'

/** What mail servers take before the @, without quotes (RFC 5322, dot-atom), and a domain as DNS holds it. */
const local = /^[a-z\d!#$%&'*+/=?^_`{|}~-]+(\.[a-z\d!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z]([a-z\d-]{0,61}[a-z\d])$/

/** "büro-müller.de" as DNS holds it, "xn--bro-mller-q9ae.de" (IDNA, UTS 46); unchanged if it is not a valid domain. */
export function asciiDomain(typed: string): string {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(typed)) return typed
  try {
    return new URL(`http://${typed}`).hostname
  } catch {
    return typed
  }
}

/** Text around an address that is not part of it: a mark or number of a list, "To:", brackets, quotes, the end of a sentence. */
const leading = /^(?:(?:[-*•·–]|\d+[.)])\s+)?(?:mailto:|(?:to|cc|bcc):\s*|[\p{L}\d ]+:\s+)?[\s<(["'“”„‘«»]*/iu
const trailing = /[\s.,;:!?…>)\]"'“”’«»]+$/u

/**
 * The address in what people paste, if it is not too long to be one: "Jan de Vos <jan@example.com>", "mailto:jan@example.com", "To: jan@example.com,",
 * "jan@example.com (Jan)", in full-width letters. In lower case, its domain in ASCII. Anything else comes back trimmed, for `addressFault` to say what is wrong.
 */
export function pastedAddress(typed: string): string {
  if (typed.length > textSizes.address) return typed
  const line = oneLine(typed)
  const inBrackets = /^[^<>]*<([^<>]*@[^<>]*)>[\s.,;]*$/.exec(line)?.[1] ?? line
  const bare = inBrackets
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/\([^()@]*\)/g, ' ')
    .replace(/^(.*\bmailto:[^?]*)\?.*$/i, '$1')
    .replace(leading, '')
    .replace(trailing, '')
    .toLowerCase()
  const at = bare.lastIndexOf('@')
  return at < 0 ? bare : `${bare.slice(0, at)}@${asciiDomain(bare.slice(at + 1))}`
}

/** Which part of an address is wrong, in words; none where it is right. */
export function addressFault(address: string): string | undefined {
  if (address === '') return addressWords.missing
  const [before = '', after, ...more] = address.split('@')
  if (after === undefined) return addressWords.notOne
  if (more.length > 0) return addressWords.oneAt
  if (before === '') return addressWords.noName
  if (before.length > 64 || !local.test(before)) return wrongBefore(before.slice(0, 60))
  if (after === '') return addressWords.noDomain
  return domain.test(after) ? undefined : wrongAfter(after.slice(0, 60))
}
