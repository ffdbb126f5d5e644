import { expect, test } from 'vitest'
import { paths } from '#app/kit/paths.ts'
import { asksTooMuch } from './request-guards.server.ts'

const question = (paths: string[]) =>
  `/__manifest?${new URLSearchParams([['version', '1'], ...paths.map((path) => ['p', path])])}`
const id = (n: number) => `0193a7c1-8d2f-7000-8000-${String(n).padStart(12, '0')}`
const times = <Item>(count: number, item: (n: number) => Item) => Array.from({ length: count }, (_, n) => item(n))

test('a page may ask about as many of its links as Remix puts into one question', () => {
  for (const path of [(n: number) => `/plans/${id(0)}/tasks/${id(n)}`, (n: number) => paths.plan(id(n))]) {
    const most = Math.max(...times(200, (n) => n).filter((count) => question(times(count, path)).length < 7_680))
    expect(most).toBeGreaterThan(70)
    expect(asksTooMuch(question(times(most, path)))).toBe(false)
  }
})

test('one deep address, and very many, are too much', () => {
  expect(asksTooMuch(question(['/a'.repeat(11)]))).toBe(true)
  expect(asksTooMuch(question(times(500, (n) => `/${n}`)))).toBe(true)
  expect(asksTooMuch(question(['/plans/new']))).toBe(false)
  expect(asksTooMuch(`/plans?p=${'/a'.repeat(600)}`)).toBe(false)
  // Read against a base, an address of slashes alone would name no host.
  expect(asksTooMuch('//')).toBe(false)
})
