import { expect, test } from 'vitest'
import { readPlansFilter } from './plans-filter.ts'

test.each([
  ['', { state: null, late: false, mine: false, archived: false }],
  ['state=under+way&mine=yes', { state: 'under way', late: false, mine: true, archived: false }],
  ['state=&late=yes', { state: null, late: true, mine: false, archived: false }],
  ['archived=yes', { state: null, late: false, mine: false, archived: true }],
  ['state=else&late=no', { state: null, late: false, mine: false, archived: false }],
])('"%s" is read', (search, filter) => {
  expect(readPlansFilter(new URLSearchParams(search))).toEqual(filter)
})
