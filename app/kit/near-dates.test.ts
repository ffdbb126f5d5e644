import { describe, expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { isNearDate, farDateQuestion } from './near-dates.ts'

const day = (text: string) => text as IsoDate

describe('a date within ten years of today', () => {
  test.each(['2026-11-28', '2016-11-28', '2036-11-28', '2026-11-27', '2031-02-28'])('%s is taken', (date) => {
    expect(farDateQuestion(day(date), day('2026-11-28'))).toBeNull()
  })

  test.each([
    ['0027-03-15', 'This is in the year 27. Did you mean 2027?'],
    ['0001-01-01', 'This is in the year 1, more than ten years ago. Please check the year.'],
    ['0099-01-01', 'This is in the year 99, more than ten years ago. Please check the year.'],
    ['2206-11-28', 'This is in the year 2206, more than ten years from now. Please check the year.'],
    ['9999-12-31', 'This is in the year 9999, more than ten years from now. Please check the year.'],
    ['2036-11-29', 'This is in the year 2036, more than ten years from now. Please check the year.'],
    ['2016-11-27', 'This is in the year 2016, more than ten years ago. Please check the year.'],
  ])('%s is asked about', (date, words) => {
    expect(farDateQuestion(day(date), day('2026-11-28'))).toBe(words)
  })

  test('29 February counts to the end of February where there is none', () => {
    expect(isNearDate(day('2038-02-28'), day('2028-02-29'))).toBe(true)
    expect(isNearDate(day('2038-03-01'), day('2028-02-29'))).toBe(false)
  })
})
