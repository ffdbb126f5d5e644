import { expect, it } from 'vitest'
import { amount, withUnit } from './amounts.ts'

it('formats numbers', () => {
  expect(amount(1250.5)).toBe('1,250.5')
})

it('puts a common unit in the singular for one', () => {
  expect(withUnit(1, 'days')).toBe('1 day')
  expect(withUnit(1, 'days a month')).toBe('1 day a month')
  // A unit may be any word, also the name of a property that every object has.
  expect(withUnit(1, 'constructor')).toBe('1 constructor')
  expect(withUnit(30, 'days')).toBe('30 days')
  expect(withUnit(1, '% rebooked')).toBe('1% rebooked')
})
