/** What a text says as a number: one value; two where a comma or point may part decimals or thousands; null where it is none. */
export type NumberRead = { value: number } | { either: readonly [decimal: number, whole: number] } | null

/** Minus signs and dashes that people and spreadsheets write for a minus. */
const minus = /^[\u2212\u2012\u2013\ufe63\uff0d]/u
/** Characters. Nobody writes a longer one, and the patterns below cost the square of a text's length. */
const longestNumber = 100
/** Currency and percent signs at either end say what is counted, not how many. */
const unitSigns = /^[\p{Sc}\s]+|[\p{Sc}%\s]+$/gu

/**
 * Reads a number as people write it in any of Europe's ways: `1.5` and `1,5`, `1,250.5` and `1.250,5`, thousands by spaces (narrow and
 * unbreakable ones too) or apostrophes, a true minus, a currency or percent sign. `1,250` and `1.250` are two numbers at once.
 */
export function readNumber(text: string): NumberRead {
  if (text.length > longestNumber) return null
  const plain = text.normalize('NFKC').trim().replace(minus, '-')
  const sign = plain.startsWith('-') ? -1 : 1
  const digits = plain.replace(/^[-+]/, '').replace(unitSigns, '').replaceAll('’', "'")
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
    return isEither ? { either: [decimal, sign * Number(whole + decimals)] } : { value: decimal }
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
  return /^\d{1,3}$/.test(first) && groups.length > 0 && groups.every((group) => /^\d{3}$/.test(group))
}

/** A number as a field holds it, so that it can be read in one way alone: 1.125 becomes 1.1250. */
export function numberText(value: number): string {
  const text = String(value)
  const read = readNumber(text)
  return read && 'either' in read ? `${text}0` : text
}
