import { expect, test } from 'vitest'
import { standInFor, standInsIn, withLinks } from './link-stand-in.ts'

const [a, b] = ['0b0e7a52-9a5c-4f0e-8a0e-000000000001', '0b0e7a52-9a5c-4f0e-8a0e-000000000002']

test('names each link once and puts every one in its place, what follows it kept', () => {
  const text = `<a href="${standInFor(a)}?next=%2Fplans">x</a> ${standInFor(b)} ${standInFor(a)}`
  expect(standInsIn(text)).toEqual([a, b])
  const links = new Map([
    [a, 'https://plans.example/link/A'],
    [b, 'https://plans.example/link/B'],
  ])
  expect(withLinks(text, links)).toBe(
    '<a href="https://plans.example/link/A?next=%2Fplans">x</a> https://plans.example/link/B https://plans.example/link/A',
  )
})

test('leaves what it has no link for', () => {
  expect(withLinks(standInFor(a), new Map())).toBe(standInFor(a))
})
