import { expect, it } from 'vitest'
import { eitherWords, factsWords, listWords, longFactsWords } from './list-words.ts'

it('joins a list as a sentence or a line needs it', () => {
  expect(listWords([])).toBe('')
  expect(listWords(['logo'])).toBe('logo')
  expect(listWords(['logo', 'quote', 'call'])).toBe('logo, quote and call')
  expect(eitherWords(['Priya Raman', 'Jonas Lind'])).toBe('Priya Raman or Jonas Lind')
  expect(factsWords(['max. 2 calls per quarter', 'until 31 December 2027'])).toBe(
    'max. 2 calls per quarter, until 31 December 2027',
  )
  expect(longFactsWords(['Plant shutdown, 3 – 14 August', 'Inventory, 1 September'])).toBe(
    'Plant shutdown, 3 – 14 August; Inventory, 1 September',
  )
})
