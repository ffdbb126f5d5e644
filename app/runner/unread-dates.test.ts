import { expect, test } from 'vitest'
import type { PostedValues } from './reply.ts'
import { unreadDates } from './unread-dates.ts'

const fields = (values: PostedValues) => unreadDates(values).map(({ field }) => field)

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

test('of several fields of one name each is asked about by its place', () => {
  const held = { 'held.dates': ['2026-02-25', '2026-03-25', ''] }
  expect(fields({ dates: ['2026-02-25', '', ''], ...held, 'typed.dates': ['', 'removed', 'removed'] })).toEqual([])
  expect(fields({ dates: ['2026-02-25', '', ''], ...held, 'typed.dates': ['', 'unread', 'removed'] })).toEqual([
    'dates',
  ])
  expect(fields({ dates: ['2026-02-25', '2026-03-25', ''], ...held, 'typed.dates': ['', '', 'unread'] })).toEqual([
    'dates',
  ])
  // Without script: a box that names its date.
  expect(fields({ dates: ['2026-02-25', '', '2026-04-25'], ...held })).toEqual(['dates'])
  expect(fields({ dates: ['2026-02-25', '', ''], ...held, 'typed.dates': 'removed 2026-03-25' })).toEqual([])
})
