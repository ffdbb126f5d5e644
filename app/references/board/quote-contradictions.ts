import { readNumber } from '#app/kit/read-number.ts'

type Measured = { unit: string; baseline: number; target: number; measured: number }

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numberIn = (word: string): number | null => {
  const at = small.indexOf(word.toLowerCase())
  if (at >= 0) return at
  const read = readNumber(word)
  return read && 'value' in read ? read.value : null
}

/** "days" and "day" are one unit. */
const singular = (unit: string): string =>
  unit
    .trim()
    .toLowerCase()
    .replace(/(?<=\p{L}{2})s$/u, '')

/** A number, and the word or sign that stands behind it, as in "2 days", "two days" and "98.5%". */
const mention = /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*|\p{L}+)(?=[\s\u00a0-]*(%|\p{L}+))/gu

/**
 * What a quote says about the measure that is not what was measured: "10 days" where it went down to 2. The value before and the
 * difference may be named as well, the target only beside the measured value.
 * @returns the values that contradict, as the quote has them, such as "10 days"; none where the quote names no value in the unit
 */
export function quoteContradictions(quote: string, { unit, baseline, target, measured }: Measured): string[] {
  const wanted = singular(unit)
  if (wanted === '') return []
  const found = [...quote.matchAll(mention)].flatMap(([, number = '', behind = '']) => {
    const value = numberIn(number)
    return value !== null && singular(behind) === wanted
      ? [{ value, said: `${number}${behind === '%' ? '' : ' '}${behind}` }]
      : []
  })
  const namesMeasured = found.some(({ value }) => value === measured)
  const fits = new Set([measured, baseline, Math.abs(baseline - measured), ...(namesMeasured ? [target] : [])])
  return found.filter(({ value }) => !fits.has(value)).map(({ said }) => said)
}
