import { expect, test } from 'vitest'
import { bounds } from './limits.ts'
import { readPage, takePage } from './paged.ts'

const size = bounds.listRows
const rows = Array.from({ length: 2 * size + 1 }, (_, at) => at)

test.each([
  [1, 0, size],
  [2, size, size],
  [3, 2 * size, 1],
  [99, 2 * size, 1],
  [0, 0, size],
])('page %i begins with row %i and has %i', (asked, first, count) => {
  const page = takePage(rows, asked)
  expect(page).toMatchObject({ pages: 3, total: rows.length })
  expect([page.rows[0], page.rows.length]).toEqual([first, count])
})

test('an empty list has one page', () => {
  expect(takePage([], 2)).toEqual({ rows: [], page: 1, pages: 1, total: 0 })
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
