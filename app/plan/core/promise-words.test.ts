import { expect, test } from 'vitest'
import { promiseFact, promiseSentence, promiseTag } from './promise-words.ts'

const on = (today: string) => ({ promisedOn: '2026-12-12', today })

test('a promise names its day, and kindly that it has passed', () => {
  expect(promiseTag(on('2026-12-12'))).toBe('promised 12 Dec')
  expect(promiseTag(on('2026-12-13'))).toBe('promised 12 Dec, still open')
  expect(promiseSentence(on('2026-12-01'))).toBe('Promised for 12 December.')
  expect(promiseSentence(on('2026-12-13'))).toBe('Promised for 12 December, still open.')
  expect(promiseFact(on('2026-12-13'))).toBe('12 December, still open')
})
