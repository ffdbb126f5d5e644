import type { IsoDate } from '#app/schedule/model.ts'
import { farYearWords, shortYearWords } from './field-words.ts'
import { bounds } from './limits.ts'

/** The same day this many years later or earlier; 29 February becomes 28 where there is none. */
function yearsFrom(date: IsoDate, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const isLeap = new Date(Date.UTC(Number(year), 1, 29)).getUTCDate() === 29
  return date.slice(5) === '02-29' && !isLeap ? `${year}-02-28` : `${year}${date.slice(4)}`
}

/** Whether a day lies within ten years of today, ends included. */
export const isNearDate = (date: IsoDate, today: IsoDate): boolean =>
  date >= yearsFrom(today, -bounds.yearsAway) && date <= yearsFrom(today, bounds.yearsAway)

/**
 * A question about a day that is probably a mistake, naming its year: typed with two digits (0027), or mistyped (2206).
 * @returns null for a day within ten years of `today`
 */
export function farDateQuestion(date: IsoDate, today: IsoDate): string | null {
  if (isNearDate(date, today)) return null
  const year = Number(date.slice(0, 4))
  const meant = `${year + 2000}${date.slice(4)}` as IsoDate
  if (year < 100 && isNearDate(meant, today)) return shortYearWords(year)
  return farYearWords(year, date > today)
}
