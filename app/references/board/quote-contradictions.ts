import { readNumber } from '#app/kit/read-number.ts'

type Measured = { unit: string; baseline: number; target: number; measured: number }

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
/** The numbers that a word may mean: two where its comma or point may part decimals or thousands. */
const numbersIn = (word: string): readonly number[] => {
  const at = small.indexOf(word.toLowerCase())
  if (at >= 0) return [at]
  const read = readNumber(word)
  if (read === null) return []
  return 'value' in read ? [read.value] : read.either
}

/** Without what floating point adds: 4.3 − 1.2 is 3.1. */
const exact = (n: number) => Math.round(n * 1e6) / 1e6

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** Words of a unit as they may stand in a quote: "days" and "day" are one unit, and any blank stands for any other. */
const phraseOf = (unit: string): string =>
  unit
    .trim()
    .split(/\s+/)
    .map((word) => escaped(word.replace(/(?<=\p{L}{2})s$/u, '')) + (/\p{L}{2}$/u.test(word) ? 's?' : ''))
    .join(blank + '+')

const blank = String.raw`[\s\u00a0]`
const numberThere = String.raw`(?<![\p{L}\d.,])(?<number>\d+(?:[.,]\d+)*|\p{L}+)`

/** A currency stands before its figure as well: "€ 40", "$40". */
const isCurrency = (unit: string): boolean => /^(\p{Sc}|[A-Z]{3})$/u.test(unit.trim())

/** A number with the unit behind it, as in "2 days", "two days", "98.5%" and "4 working days"; with a currency before it, too. */
function mentions(unit: string): RegExp[] {
  const phrase = phraseOf(unit)
  const behind = new RegExp(`${numberThere}${blank}*-?${blank}*(?:${phrase})(?![\\p{L}\\d])`, 'giu')
  if (!isCurrency(unit)) return [behind]
  return [behind, new RegExp(`(?<![\\p{L}\\d])(?:${phrase})${blank}*(?<number>\\d+(?:[.,]\\d+)*)`, 'giu')]
}

/**
 * What a quote says about the measure that is not what was measured: "10 days" where it went down to 2. The value before and the
 * difference may be named as well, the target only beside the measured value.
 * @returns the values that contradict, as the quote has them, such as "10 days"; none where the quote names no value in the unit
 */
export function quoteContradictions(quote: string, { unit, baseline, target, measured }: Measured): string[] {
  if (unit.trim() === '') return []
  const found = mentions(unit)
    .flatMap((mention) => [...quote.matchAll(mention)])
    .sort((a, b) => a.index - b.index)
    .flatMap(({ 0: said, groups }) => {
      const values = numbersIn(groups?.['number'] ?? '')
      return values.length === 0 ? [] : [{ values, said: said.replace(/[\s\u00a0]+/g, ' ').trim() }]
    })
  const namesMeasured = found.some(({ values }) => values.includes(measured))
  const fits = new Set([measured, baseline, exact(Math.abs(baseline - measured)), ...(namesMeasured ? [target] : [])])
  return found.filter(({ values }) => !values.some((value) => fits.has(value))).map(({ said }) => said)
}
