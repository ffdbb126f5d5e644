/**
 * The number that a text means: one value; two where a comma or point may separate decimals or thousands; null where it is not
 * a number.
 */
export type NumberRead = { value: number } | { either: readonly [decimal: number, whole: number] } | null

/** Minus signs and dashes that people and spreadsheets write for a minus. */
const minus = /[\u2212\u2012\u2013\ufe63\uff0d]/gu
/** Currencies as they are written where they are not one sign. */
const currencies =
  'AED|AUD|BGN|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HUF|ILS|INR|JPY|KRW|MXN|NOK|NZD|PLN|RON|SEK|SGD|TRY|USD|ZAR|kr|zł|Kč|Ft|lei|лв|Fr|Rs'
/** A unit or currency at either end, which is not part of the number. */
const units = new RegExp(`^(?:[\\p{Sc}\\s]|(?:${currencies})\\b\\.?)+|(?:[\\p{Sc}%‰\\s]|(?:${currencies})\\.?)+$`, 'gu')
/** "12,-" and "12.–": no cents. */
const noCents = /(\d)[.,]\s?[-–—]+$/u

/** Digits that stand above, below or in a sign of their own (5², ½, Ⅻ): as plain digits they would say another number. */
const raised = /[\p{No}\p{Nl}]/u

/** The digits of any script as 0 to 9, and Arabic's marks for decimals and thousands; each script's digits stand in order of value, in tens. */
const inAscii = (text: string): string =>
  text
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', "'")
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      let zero = code
      while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
      return String((code - zero) % 10)
    })

/** No number that people write is longer, with its currency and spaces. */
const longest = 60

/** How a reader parts the decimals and the thousands of a number. */
export type NumberHabit = { decimal: string; group: string }

/**
 * How a person writes numbers, by the first language of their browser. English is ignored: people in every country use a
 * browser in English.
 * @returns null where nothing is known
 */
export function numberHabit(languages: readonly string[]): NumberHabit | null {
  const [first = 'en'] = languages
  if (/^(en|\*)\b|^\*/i.test(first)) return null
  try {
    const parts = new Intl.NumberFormat(first).formatToParts(12_345.6)
    const part = (type: Intl.NumberFormatPartTypes) => parts.find((it) => it.type === type)?.value ?? ''
    return { decimal: part('decimal'), group: part('group') }
  } catch {
    return null
  }
}

/**
 * Reads a number as people write it in any of Europe's ways: `1.5` and `1,5`, `1,250.5` and `1.250,5`, thousands by spaces (narrow and
 * unbreakable ones too) or apostrophes, India's `1,00,000`, digits of any script, a true minus, a currency or percent sign. `1,250` and
 * `1.250` are two numbers at once, unless the habit of their writer is known and settles them.
 */
export function readNumber(text: string, writersHabit: NumberHabit | null = null): NumberRead {
  if (text.length > longest || raised.test(text)) return null
  // Arabic's own mark for decimals is never one for thousands.
  const habit = text.includes('\u066b') ? { decimal: '.', group: ',' } : writersHabit
  // Direction marks are often copied along from a table.
  const seen = inAscii(text.normalize('NFKC').replace(/\p{Cf}/gu, '')).trim()
  const plain = seen.replace(noCents, '$1').replace(minus, '-').replace(units, '')
  const sign = plain.startsWith('-') && /[1-9]/.test(plain) ? -1 : 1
  const digits = plain
    .replace(/^[-+]\s*/, '')
    .replace(units, '')
    .replaceAll('’', "'")
  if (!/^[\d.,' ]*\d[\d.,' ]*$/.test(digits)) return null
  if (/[' ]/.test(digits)) {
    const [, whole = '', , decimals = ''] = /^(\d{1,3}([' ])\d{3}(?:\2\d{3})*)(?:[.,](\d+))?$/.exec(digits) ?? []
    return whole ? { value: sign * Number(`${whole.replace(/[' ]/g, '')}.${decimals}`) } : null
  }
  const marks = digits.replace(/\d/g, '')
  const last = marks.at(-1)
  if (last === undefined) return { value: sign * Number(digits) }
  const at = digits.lastIndexOf(last)
  const [whole, decimals] = [digits.slice(0, at), digits.slice(at + 1)]
  if (marks.length === 1) {
    const decimal = sign * Number(`${whole || '0'}.${decimals}`)
    const isEither = decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
    if (!isEither || habit?.decimal === last) return { value: decimal }
    const thousands = sign * Number(whole + decimals)
    return habit?.group === last ? { value: thousands } : { either: [decimal, thousands] }
  }
  // Several marks of one kind part thousands; where the last is of another kind, it parts the decimals.
  const other = last === ',' ? '.' : ','
  if (!marks.slice(0, -1).includes(last))
    return isGrouped(whole, other) ? { value: sign * Number(`${whole.replaceAll(other, '')}.${decimals}`) } : null
  return isGrouped(digits, last) ? { value: sign * Number(digits.replaceAll(last, '')) } : null
}

/** As `readNumber`, where only whole numbers are meant: of two readings the whole one. @returns null for anything else */
export function readWhole(text: string): number | null {
  const read = readNumber(text)
  if (read === null) return null
  const value = 'value' in read ? read.value : read.either[1]
  return Number.isInteger(value) ? value : null
}

const isGrouped = (digits: string, mark: string) => {
  const [first = '', ...groups] = digits.split(mark)
  const isIndian = mark === ',' && /^\d{1,2}(,\d{2})+,\d{3}$/.test(digits)
  return isIndian || (/^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group)))
}

/** A number as a field holds it, so that it can be read in one way alone: 1.125 becomes 1.1250. */
export function numberText(value: number): string {
  const text = String(value)
  const read = readNumber(text)
  return read && 'either' in read ? `${text}0` : text
}
