import { amount } from '#emails/parts/amounts.ts'

/** Counts things, in words. */

/** "1 task", "4 tasks". */
export const count = (n: number, one: string, many = `${one}s`): string => `${amount(n)} ${n === 1 ? one : many}`

/** "1 day", "10 days". */
export const days = (n: number): string => count(n, 'day')

/** Buffer in working days, in words: "6 days buffer", "no buffer", "2 days late". */
export function bufferWords(bufferDays: number): string {
  if (bufferDays > 0) return `${days(bufferDays)} buffer`
  return bufferDays === 0 ? 'no buffer' : `${days(-bufferDays)} late`
}
