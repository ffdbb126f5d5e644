import { expect, it } from 'vitest'
import { amount, bufferWords, count, withUnit } from './amount-words.ts'

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
  expect(amount(1250.5)).toBe('1,250.5')
})

it('puts a common unit in the singular for one', () => {
  expect(withUnit(1, 'days')).toBe('1 day')
  expect(withUnit(1, 'days a month')).toBe('1 day a month')
  // A unit may be any word, also the name of a property that every object has.
  expect(withUnit(1, 'constructor')).toBe('1 constructor')
  expect(withUnit(30, 'days')).toBe('30 days')
  expect(withUnit(1, '% rebooked')).toBe('1 % rebooked')
})
