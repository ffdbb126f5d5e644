import { expect, test } from 'vitest'
import { findDayOrder, readDay } from './read-day.ts'

test.each([
  ['2026-03-15', '2026-03-15'],
  ['15.3.2026', '2026-03-15'],
  ['15. 3. 26', '2026-03-15'],
  ['15/03/2026', '2026-03-15'],
  ['15 March 2026', '2026-03-15'],
  ['Sun 15 Mar 26', '2026-03-15'],
  ['15. März 2026', '2026-03-15'],
  ['15 mars 2026', '2026-03-15'],
  ['1er août 2026', '2026-08-01'],
  ['March 15, 2026', '2026-03-15'],
  ['15th of March 2026', '2026-03-15'],
  ['2026-03-15T00:00:00', '2026-03-15'],
  ['31.2.2026', null],
  ['soon', null],
  ['Q3', null],
  ['March 2026', null],
])('reads %j as %j', (cell, date) => {
  expect(readDay(cell, 'day first')).toBe(date)
})

test('with slashes the order decides, with dots the day is always first', () => {
  expect(readDay('3/4/2026', 'month first')).toBe('2026-03-04')
  expect(readDay('3/4/2026', 'day first')).toBe('2026-04-03')
  expect(readDay('3.4.2026', 'month first')).toBe('2026-04-03')
})

test.each([
  [['3/4/2026', '13/4/2026'], 'day first', true],
  [['3/4/2026', '4/13/2026'], 'month first', true],
  [['3/4/2026', '5/6/2026'], 'day first', false],
  [['3.4.2026', '2026-01-02', '4/4/2026'], 'day first', true],
  [[], 'day first', true],
] as const)('of %j it knows the order, or asks', (cells, order, isSure) => {
  expect(findDayOrder(cells)).toMatchObject({ order, isSure })
})
