import { expect, test } from 'vitest'
import { unreadDates } from './unread-dates.ts'

const fields = (values: Record<string, string>) => unreadDates(values).map(({ field }) => field)

test('a date that was there and comes back empty is asked about, unless it was removed on purpose', () => {
  expect(fields({ notAfter: '', 'held.notAfter': '2026-02-25' })).toEqual(['notAfter'])
  expect(fields({ notAfter: '', 'held.notAfter': '2026-02-25', 'typed.notAfter': 'removed' })).toEqual([])
  expect(fields({ notAfter: '2026-02-26', 'held.notAfter': '2026-02-25' })).toEqual([])
  expect(fields({ notAfter: '', 'held.notAfter': '' })).toEqual([])
})

test('what the browser could not read is asked about once, whether a date was there or not', () => {
  expect(fields({ notAfter: '', 'typed.notAfter': 'unread' })).toEqual(['notAfter'])
  expect(fields({ notAfter: '', 'held.notAfter': '2026-02-25', 'typed.notAfter': 'unread' })).toContain('notAfter')
  expect(fields({ notAfter: '2026-02-26', 'typed.notAfter': 'unread' })).toEqual([])
})
