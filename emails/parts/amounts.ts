/** Formats amounts with the units that people typed: one way for pages and emails. */

let number: Intl.NumberFormat | undefined

/** "1,250.5"; up to six decimals, as the database keeps them. Most amounts of a page are short, and need no Intl, whose first use takes it 15 ms. */
export function amount(n: number): string {
  if (Number.isInteger(n) && n > -1000 && n < 1000) return String(n)
  return (number ??= new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })).format(n)
}

const singular = new Map([
  ['minutes', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['people', 'person'],
])

/** "1 day", "30 days", "2% rebooked": an amount with the unit that people typed; common units are singular for 1. */
export const withUnit = (n: number, unit: string): string =>
  unit.startsWith('%') ? `${amount(n)}${unit}` : `${amount(n)} ${unitOf(n, unit)}`

/** The unit that people typed, as it stands beside an amount: "day" beside 1. */
export function unitOf(n: number, unit: string): string {
  const [first = '', ...rest] = unit.split(' ')
  return n === 1 ? [singular.get(first) ?? first, ...rest].join(' ') : unit
}
