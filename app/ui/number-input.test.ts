import { expect, test } from 'vitest'
import { numberEchoOf } from './number-input.tsx'

const read = (words: string) => ({ words, isRead: true })
const unread = (words: string) => ({ words, isRead: false })

test('a number is echoed as it will be read, with what it counts', () => {
  expect(numberEchoOf('1,5', true, 'days')).toEqual(read('We read this as 1.5 days'))
  expect(numberEchoOf('€ 12', true, '')).toEqual(read('We read this as 12'))
  expect(numberEchoOf('−3', false, '')).toEqual(read('We read this as -3'))
  expect(numberEchoOf('1', true, 'days')).toEqual(read('We read this as 1 day'))
  expect(numberEchoOf('1.250', false, 'days')).toEqual(read('We read this as 1,250 days'))
})

test('what can be read in two ways is asked back at once, and what is plain is not repeated', () => {
  expect(numberEchoOf('1,250', true, 'days')).toEqual(
    unread('This can be read in two ways. Please enter 1.25 or 1250.'),
  )
  expect(numberEchoOf('1,5', false, '')).toEqual(unread('Please enter a whole number.'))
  for (const plain of ['12', '', 'soon', '-']) expect(numberEchoOf(plain, true, '')).toBeNull()
})

test('a habit settles what can be read in two ways, for decimals alone', () => {
  const habit = { decimal: ',', group: '.' }
  expect(numberEchoOf('1,250', true, 'days', habit)).toEqual(read('We read this as 1.25 days'))
  expect(numberEchoOf('1.250', true, 'days', habit)).toEqual(read('We read this as 1,250 days'))
  expect(numberEchoOf('1,250', false, 'days', habit)).toEqual(read('We read this as 1,250 days'))
})
