import { expect, test } from 'vitest'
import { plansPath, readPlansFilter } from './plans-filter.ts'

test.each([
  ['', { state: null, late: false, mine: false, archived: false }],
  ['state=under+way&mine=yes', { state: 'under way', late: false, mine: true, archived: false }],
  ['state=&late=yes', { state: null, late: true, mine: false, archived: false }],
  ['archived=yes', { state: null, late: false, mine: false, archived: true }],
  ['state=else&late=no', { state: null, late: false, mine: false, archived: false }],
])('"%s" is read', (search, filter) => {
  expect(readPlansFilter(new URLSearchParams(search))).toEqual(filter)
})

test('a page of a filter has an address that reads as the same filter', () => {
  const filter = { state: 'under way', late: true, mine: true, archived: true } as const
  const path = plansPath(filter, 3)
  const search = new URL(path, 'http://localhost').searchParams
  expect(readPlansFilter(search)).toEqual(filter)
  expect(search.get('page')).toBe('3')
  expect(plansPath({ state: null, late: false, mine: false, archived: false })).toBe('/plans')
})
