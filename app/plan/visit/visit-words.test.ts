import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { sinceVisitWords } from './visit-words.ts'

const words = (sinceOn: string, count = 3, isMore = false) =>
  sinceVisitWords({ sinceOn: sinceOn as IsoDate, today: '2026-06-17' as IsoDate, count, isMore })

test('the line names the day of the last visit as people would', () => {
  expect(words('2026-06-17')).toBe('3 changes since your last visit today')
  expect(words('2026-06-16', 1)).toBe('1 change since yesterday')
  expect(words('2026-06-11')).toBe('3 changes since Thursday')
  expect(words('2026-06-10')).toBe('3 changes since 10 June')
  expect(words('2025-12-10', 200, true)).toBe('More than 200 changes since 10 December 2025')
})
