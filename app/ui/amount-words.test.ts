import { expect, it } from 'vitest'
import { bufferWords, count } from './amount-words.ts'

it('says a buffer in words, never by colour alone', () => {
  expect(bufferWords(6)).toBe('6 days buffer')
  expect(bufferWords(1)).toBe('1 day buffer')
  expect(bufferWords(0)).toBe('no buffer')
  expect(bufferWords(-1)).toBe('1 day late')
  expect(bufferWords(-2)).toBe('2 days late')
})

it('counts', () => {
  expect(count(1, 'task')).toBe('1 task')
  expect(count(0, 'task')).toBe('0 tasks')
})
