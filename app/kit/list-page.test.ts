import { expect, test } from 'vitest'
import { bounds } from './limits.ts'
import { placeOfPage, readPage, rowsBefore } from './list-page.ts'

const size = bounds.listRows
const total = 2 * size + 1

test.each([
  [1, 0],
  [2, size],
  [3, 2 * size],
  [99, 2 * size],
  [0, 0],
])('page %i begins after %i rows', (asked, before) => {
  const place = placeOfPage(total, asked)
  expect([place.pages, place.total, rowsBefore(place)]).toEqual([3, total, before])
})

test('an empty list has one page', () => {
  expect(placeOfPage(0, 2)).toEqual({ page: 1, pages: 1, total: 0 })
})

test.each([
  ['page=2', 2],
  ['', 1],
  ['page=', 1],
  ['page=-3', 1],
  ['page=1e3', 1],
  ['page=99999999999', 1],
])('"%s" asks for page %i', (search, page) => {
  expect(readPage(new URLSearchParams(search))).toBe(page)
})
