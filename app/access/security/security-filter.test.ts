import { expect, test } from 'vitest'
import { paths } from '#app/kit/paths.ts'
import { readCursor, readFilter, writeCursor } from './security-filter.ts'

test('a filter is read from an address and written into one', () => {
  const query = '?kind=signed+in&person=Ana&from=2026-06-01&to=2026-06-30'
  const filter = readFilter(new URLSearchParams(query))
  expect(filter).toEqual({ kind: 'signed in', person: 'Ana', from: '2026-06-01', to: '2026-06-30' })
  expect(paths.securityLog(filter)).toBe(`/workspace/security${query}`)
})

test('what cannot be narrows nothing', () => {
  const given = new URLSearchParams({ kind: '__proto__', person: 'a\u0007', from: '2026-02-30', to: 'x' })
  expect(readFilter(given)).toEqual({})
  expect(paths.securityLog({})).toBe('/workspace/security')
})

test('a place in the log comes back as it was, and nothing else is one', () => {
  const cursor = { at: new Date('2026-06-17T08:00:00.123Z'), id: '0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e' }
  expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  for (const text of [null, '', '1.2', "1.0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e'", `${'9'.repeat(16)}.${cursor.id}`])
    expect(readCursor(text)).toBeUndefined()
})
