import { expect, test } from 'vitest'
import { readSearch, searchQuery } from './read-search.ts'

const read = (q: string, more = {}) => readSearch(new URLSearchParams({ q, ...more }))

test('what is typed is read as words, with its kind and page', () => {
  expect(read('  Überweisung, Legal ', { kind: 'task', page: '3' })).toEqual({
    search: { typed: 'Überweisung, Legal', words: ['uberweisung', 'legal'], kind: 'task', page: 3 },
    because: null,
  })
  expect(read('legal', { kind: 'secret', page: '-1' }).search).toMatchObject({ kind: null, page: 1 })
})

test.each([
  ['', 'nothing typed'],
  ['   ', 'nothing typed'],
  ['?!%_ … \\', 'only marks'],
  ['a', 'too short'],
  ['a 1', 'too short'],
  ['x'.repeat(201), 'too long'],
  ['ab', null],
  ['契', null],
  ['q 3 plan', null],
])('%j: %s', (typed, because) => {
  expect(read(typed).because).toBe(because)
})

test('no more is looked for, nor sent back, than a search may hold', () => {
  expect(read('x'.repeat(5_000)).search.typed).toHaveLength(200)
  expect(read('a1 b2 c3 d4 e5 f6 g7 h8 i9 j0').search.words).toHaveLength(8)
})

test('a search is an address again', () => {
  const { search } = read('Halden & Söhne', { kind: 'plan', page: '2' })
  expect(readSearch(new URLSearchParams(searchQuery(search))).search).toEqual(search)
  expect(searchQuery(read('x1').search)).toEqual({ q: 'x1' })
})
