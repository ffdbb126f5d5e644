import { expect, test } from 'vitest'
import { echoOf } from './number-input.tsx'

test('a number is echoed as it will be read, with what it counts', () => {
  expect(echoOf('1,5', true, 'days')).toBe('Read as 1.5 days')
  expect(echoOf('€ 12', true, '')).toBe('Read as 12')
  expect(echoOf('−3', false, '')).toBe('Read as -3')
  expect(echoOf('1', true, 'days')).toBe('Read as 1 day')
  expect(echoOf('1.250', false, 'days')).toBe('Read as 1,250 days')
})

test('what can be read in two ways is asked back at once, and what is plain is not repeated', () => {
  expect(echoOf('1,250', true, 'days')).toBe('This can be read in two ways. Please enter 1.25 or 1250.')
  expect(echoOf('1,5', false, '')).toBe('Please enter a whole number.')
  for (const plain of ['12', '', 'soon', '-']) expect(echoOf(plain, true, '')).toBe('')
})

test('a habit settles what can be read in two ways, for decimals alone', () => {
  const habit = { decimal: ',', group: '.' }
  expect(echoOf('1,250', true, 'days', habit)).toBe('Read as 1.25 days')
  expect(echoOf('1.250', true, 'days', habit)).toBe('Read as 1,250 days')
  expect(echoOf('1,250', false, 'days', habit)).toBe('Read as 1,250 days')
})
