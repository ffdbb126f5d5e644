import { expect, it } from 'vitest'
import { capital, initials, possessive, quoted } from './name-words.ts'

it('forms possessives and capitals', () => {
  expect(possessive('Brightline')).toBe('Brightline’s')
  expect(possessive('Halden Foods')).toBe('Halden Foods’')
  expect(capital('a task')).toBe('A task')
})

it('takes initials from the first and the last name', () => {
  expect(initials('Priya Raman')).toBe('PR')
  expect(initials('  Ana María de la Cruz ')).toBe('AC')
  expect(initials('Øyvind')).toBe('Ø')
  expect(initials('👨‍👩‍👧‍👦 Family')).toBe('👨‍👩‍👧‍👦F')
  expect(initials('👍🏽')).toBe('👍🏽')
  expect(initials('\u0928\u0940\u0930\u091c')).toBe('\u0928\u0940')
  expect(initials('')).toBe('')
})

it('puts what people typed in one pair of quotes', () => {
  expect(quoted(' "In one day." ')).toBe('“In one day.”')
  expect(quoted('In one day.')).toBe('“In one day.”')
  expect(quoted('»In einem Tag.«')).toBe('“In einem Tag.”')
  expect(quoted('"Go" was the word')).toBe('“‘Go’ was the word”')
})
