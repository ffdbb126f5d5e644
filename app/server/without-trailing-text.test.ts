import { expect, test } from 'vitest'
import { processorTime } from '#tests/harness/slowness.ts'
import { withoutTrailingText } from './without-trailing-text.ts'

const link = '/link/0b0e7a52-9a5c-4f0e-8a0e-000000000001.0b0e7a52-9a5c-4f0e-8a0e-000000000002.abc_DEF-'

test.each([
  '.',
  ',',
  ')',
  ').',
  ']',
  "'",
  '"',
  '>',
  '>.',
  '%3E',
  '%3E)',
  '%22',
  '%E2%80%9D',
  '%e2%80%99.',
  '%C2%BB',
  '%20',
  '…',
])('%j copied behind a link is no part of it', (tail) => {
  const sent = tail === '…' ? encodeURIComponent(tail) : tail
  for (const address of [link, '/plans/0b0e7a52-9a5c-4f0e-8a0e-000000000001', `${link}?next=%2Fplans%2F1%2Fwin`])
    expect(withoutTrailingText(address + sent), address).toBe(address)
})

test.each([
  link,
  '/',
  '/plans',
  '/plans/',
  '/look/1f4e46.css',
  '/plans?customer=Foo+Inc.',
  '/plans/1?x=(a)',
  '//evil.example.',
  '/\\evil.example.',
  '/..',
  '/plans/..',
  '/plans/%2E%2E',
  '/.',
])('%s is taken as it is', (address) => {
  expect(withoutTrailingText(address)).toBeUndefined()
})

test('a long tail takes no time', () => {
  const taken = processorTime(() => {
    withoutTrailingText(`/link/${'.'.repeat(8_000)}a${'%20'.repeat(3_000)}x`)
    withoutTrailingText(`/link/${'?next=a.'.repeat(2_000)}x`)
  })
  expect(taken).toBeLessThan(500)
})
