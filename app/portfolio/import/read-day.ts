import { parseIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { monthStartWords } from './cell-name-words.ts'
import { plainName } from './plain-name.ts'

/** Whether the day or the month comes first in dates that can be read both ways. */
export type DayOrder = 'day first' | 'month first'
export const dayOrders = ['day first', 'month first'] as const

const isoForm = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/
const numbersForm = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?:[ ,].*)?$/
/** "15. März 2026", "15 Mar 2026", "Mar 15, 2026"; the day of the week may stand before them. */
const dayMonthForm = /^(?:\p{L}+\s)?(\d{1,2})(?:er|st|nd|rd|th)?\s(?:of\s|de\s)?(\p{L}+)\s(\d{4}|\d{2})$/u
const monthDayForm = /^(?:\p{L}+\s)?(\p{L}+)\s(\d{1,2})(?:st|nd|rd|th)?\s(\d{4})$/u
const longest = 40

const date = (year: string, month: string | number, day: string): IsoDate | null =>
  parseIsoDate(`${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)

const monthNamed = (name: string) => monthStartWords.findIndex((starts) => starts.some((it) => name.startsWith(it))) + 1

/** The date in a cell; null where it is none. */
export function readDay(text: string, order: DayOrder): IsoDate | null {
  const cell = text.trim()
  if (cell.length > longest) return null
  const iso = isoForm.exec(cell)
  if (iso) return date(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '')
  const numbers = numbersForm.exec(cell)
  if (numbers) {
    const [, first = '', mark, second = '', year = ''] = numbers
    // With dots the day is first wherever dates are written so.
    return order === 'day first' || mark === '.' ? date(year, second, first) : date(year, first, second)
  }
  const words = plainName(cell)
  const [, day = '', month = '', year = ''] = dayMonthForm.exec(words) ?? []
  if (day !== '' && monthNamed(month) > 0) return date(year, monthNamed(month), day)
  const [, name = '', of = '', in4 = ''] = monthDayForm.exec(words) ?? []
  return name !== '' && monthNamed(name) > 0 ? date(in4, monthNamed(name), of) : null
}

export const looksLikeDay = (text: string): boolean =>
  readDay(text, 'day first') !== null || readDay(text, 'month first') !== null

/** How dates are written, and whether that is certain: where every date can be read both ways, people are asked. */
export function findDayOrder(cells: readonly string[]): { order: DayOrder; isSure: boolean; example: string | null } {
  const unclear = cells.flatMap((cell) => {
    const [, first = '', mark = '', second = ''] = numbersForm.exec(cell.trim()) ?? []
    return mark === '' || mark === '.' || first === second
      ? []
      : [{ cell: cell.trim(), first: Number(first), second: Number(second) }]
  })
  if (unclear.some(({ first }) => first > 12)) return { order: 'day first', isSure: true, example: null }
  if (unclear.some(({ second }) => second > 12)) return { order: 'month first', isSure: true, example: null }
  const [one] = unclear
  return { order: 'day first', isSure: one === undefined, example: one?.cell ?? null }
}
