import { withoutDirectionMarks } from '#db/without-direction-marks.ts'

/** Text that people type, safe to show beside other text: nothing invisible, nothing that changes the direction around it. */

/** The longest name of a person, company or project, in characters. */
export const longestName = 100

/** Characters of format that show nothing; the joiners (U+200C, U+200D) stay, since scripts and emoji need them. */
const unseen = /(?![\u200c\u200d])\p{Cf}/gu

/** Symbols that are blank all the same: Braille without a dot, a musical mark without a head. */
const visible = /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u

/** Letters that are read from right to left, as far as names are written with them. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Whether a reader sees nothing: only spaces, fillers, joiners or marks without a letter. */
export const isBlankText = (text: string): boolean => !visible.test(text)

/** One line without unseen characters, its spaces single. */
export const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(unseen, '')
    .trim()

/** Web and email addresses as mail programs make links of them; a company may be called Booking.com, which is no address. */
const address =
  /\b[a-z][a-z\d+.-]*:\/\/\S*|\bmailto:\S*|\bwww\.\S+|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+|\b(?:[\p{L}\d-]+\.)+\p{L}{2,}(?::\d+)?[/?#]\S*/iu

/** Whether a text holds an address that someone could be led to, also one written in full-width letters. */
export const holdsAddress = (text: string): boolean => address.test(oneLine(text).normalize('NFKC'))

/** A name for an email: one line of limited length, without words that contain an address. */
export function shownName(text: string, most: number): string {
  const words = oneLine(text).split(' ')
  const letters = Array.from(words.map((word) => (holdsAddress(word) ? '…' : word)).join(' '))
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : letters.join('')
}

/**
 * Looks the same, but no mail program makes a link of a name like Booking.com: an invisible word joiner (U+2060) follows each dot
 * within a word.
 */
export const withoutLinks = (text: string): string =>
  text.replace(/(?<=[\p{L}\d])\.(?=[\p{L}\d-]*\p{L}{2})/gu, '.\u2060')

/** The text so that its direction stays its own among other words (first strong isolate, UAX 9), where it has one; never twice. */
export const isolateDirection = (text: string): string =>
  rightToLeft.test(text) && !whollyIsolated.test(text) ? `\u2068${text}\u2069` : text

/** Typed text within one of our sentences: without its full stop. An ellipsis stays. */
export const withoutFullStop = (text: string): string => text.trim().replace(/(?<!\.)\.(?=[”’"'»“]?$)/u, '')

const whollyIsolated = /^\u2068[^\u2068\u2069]*\u2069$/u

/** Marks that enclose words in some language; the single ones among them may be apostrophes. */
const double = '"“”„‟«»‹›「」『』'
const single = "‘’‚‛'`"
const stop = '([.!?…]?)'
const wrapped = new RegExp(`^[${double}${single}]\\s*(\\S.*?)\\s*[${double}${single}]${stop}$`, 'su')
/** The first inner quote, if it ends a word: it closes the quote at the start, so the outer two are not a pair. */
const closesEarly = new RegExp(`^[^${double}]*[^\\s(${double}][${double}]`, 'u')
/** A mark at the start that nothing closes; ‘ and ‚ are no apostrophes there. */
const opensOnly = new RegExp(`^(?:[${double}]+|[‘‚])\\s*([^${double}]*\\S)$`, 'su')
/** A mark at the end that nothing opened. Inches (5") stay, and what may be an apostrophe. */
const closesOnly = new RegExp(`^([^${double}]*[^\\s${double}])(?<!\\d(?="))\\s*[${double}]+${stop}$`, 'su')
const atAnEdge = new RegExp(`^[${double}]|[${double}]${stop}$`, 'u')
const inches = new RegExp(`^[^${double}]*\\d"${stop}$`, 'su')
const openingMark = new RegExp(`(?<=^|[\\s(\\u2013\\u2014])[${double}]`, 'gu')
const closingMark = new RegExp(`[${double}]`, 'gu')
/** Words in a pair of curved or pointed marks. Straight ones within a text stay: they may be inches. */
const nested = /(?<=^|[\s(\u2013\u2014])[“„«»]\s*([^“”„«»]+?)\s*[”“»«](?![\p{L}\p{N}])/gu

/**
 * Text as it stands in quotation marks of ours: without those around all of it that people typed, of any language, or at one end of it
 * alone. Words in quotes within it get single marks, so that no mark of ours stands beside another or is taken for its end.
 */
export function withoutOuterQuotes(text: string): string {
  const trimmed = withoutDirectionMarks(text).trim()
  if (!/[\p{L}\p{N}]/u.test(trimmed)) return trimmed
  const [, inner, end = ''] = wrapped.exec(trimmed) ?? []
  if (inner !== undefined && !closesEarly.test(inner))
    return withoutOuterQuotes(/[.!?…]$/u.test(inner) ? inner : inner + end)
  const [, opened] = opensOnly.exec(trimmed) ?? []
  if (opened !== undefined) return opened
  const [, closed, after = ''] = closesOnly.exec(trimmed) ?? []
  if (closed !== undefined) return /[.!?…]$/u.test(closed) ? closed : closed + after
  if (!atAnEdge.test(trimmed) || inches.test(trimmed)) return trimmed.replace(nested, '‘$1’')
  return trimmed.replace(openingMark, '‘').replace(closingMark, '’')
}
