/** Formats amounts with their units. */

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6 })

/** "1 task", "4 tasks". */
export const count = (n: number, one: string, many = `${one}s`): string => `${amount(n)} ${n === 1 ? one : many}`

/** "1 day", "10 days". */
export const days = (n: number): string => count(n, 'day')

/** Buffer in working days, in words: "6 days buffer", "no buffer", "2 days late". */
export function bufferWords(bufferDays: number): string {
  if (bufferDays > 0) return `${days(bufferDays)} buffer`
  return bufferDays === 0 ? 'no buffer' : `${days(-bufferDays)} late`
}

/** "1,250.5"; up to six decimals, as the database keeps them. */
export const amount = (n: number): string => number.format(n)

const singular = new Map([
  ['minutes', 'minute'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['years', 'year'],
  ['people', 'person'],
])

/** "1 day", "30 days", "2 % rebooked": an amount with the unit that people typed; common units are singular for 1. */
export const withUnit = (n: number, unit: string): string => `${amount(n)} ${unitOf(n, unit)}`

/** The unit that people typed, as it stands beside an amount: "day" beside 1. */
export function unitOf(n: number, unit: string): string {
  const [first = '', ...rest] = unit.split(' ')
  return n === 1 ? [singular.get(first) ?? first, ...rest].join(' ') : unit
}
