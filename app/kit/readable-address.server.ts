import { domainToUnicode } from 'node:url'
import { asciiDomain } from './email-address.ts'

/** Letters of the Latin script as its languages write them: a to z, with marks, and a few that stand for themselves. */
const latin = /^[a-z\d-]+$/
const ownLetters = /[ßæøœðþłđ]/g
const isLatin = (label: string) => latin.test(label.normalize('NFD').replace(/\p{M}/gu, '').replace(ownLetters, 'a'))

/** Scripts that no label of Latin letters can be mistaken for. */
const apart = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\d-]+$/u,
  ...['Hangul', 'Arabic', 'Hebrew', 'Thai', 'Devanagari'].map(
    (script) => new RegExp(`^[\\p{Script=${script}}\\p{M}\\d-]+$`, 'u'),
  ),
]
/** Scripts with letters that look like Latin ones; unmistakable only where the whole domain is written in them. */
const alike = ['Cyrillic', 'Greek', 'Armenian', 'Georgian'].map(
  (script) => new RegExp(`^[\\p{Script=${script}}\\p{M}\\d-]+$`, 'u'),
)

function isUnmistakable(domain: string): boolean {
  const labels = domain.split('.')
  if (alike.some((script) => labels.every((label) => script.test(label)))) return true
  return labels.every((label) => isLatin(label) || apart.some((script) => script.test(label)))
}

/**
 * A domain as people write it: "büro-müller.de" for "xn--bro-mller-q9ae.de" (UTS 46). One whose letters could be taken for others stays as DNS
 * holds it, as browsers show it (UTS 39).
 */
export function readableDomain(domain: string): string {
  if (!domain.includes('xn--')) return domain
  const shown = domainToUnicode(domain)
  return shown !== '' && asciiDomain(shown) === domain && isUnmistakable(shown) ? shown : domain
}

/** An address as people write it. Typed again, it is read as the same one. */
export function readableAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at + 1)}${readableDomain(email.slice(at + 1))}`
}

/** An address with its domain in letters, whether or not these can be mistaken: what someone may have typed into a text. */
export function writtenAddress(email: string): string {
  const at = email.lastIndexOf('@')
  return `${email.slice(0, at + 1)}${domainToUnicode(email.slice(at + 1))}`
}
