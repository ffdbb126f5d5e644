import { expect, test } from 'vitest'
import { closestWords } from './closest-words.ts'
import { partOfBeginning, partsOfWord } from './parts-of-word.ts'

const known = ['halden', 'holden', 'contract', 'contacts', 'legal', 'go']

test.each([
  ['a letter swapped with the next', 'hladen', ['halden']],
  ['the first two letters swapped', 'ahlden', ['halden']],
  ['a letter missing', 'haldn', ['halden']],
  ['a letter added', 'leggal', ['legal']],
  ['a wrong letter', 'halten', ['halden']],
  ['two mistakes in a long word', 'cotnratc', ['contract']],
])('%s', (_mistake, typed, meant) => {
  expect(closestWords(typed, known)).toEqual(meant)
})

test('the closest alone are meant, short words are taken as they are typed, and nothing like it is nothing', () => {
  expect(closestWords('hulden', known)).toEqual(['halden', 'holden'])
  expect(closestWords('contrat', known)).toEqual(['contract'])
  expect(closestWords('og', known)).toEqual([])
  expect(closestWords('zebra', known)).toEqual([])
})

test('words share the parts of what they share', () => {
  expect(partsOfWord('legal')).toEqual(['  l', ' le', 'leg', 'ega', 'gal', 'al '])
  expect(partsOfWord('aaaa')).toEqual(['  a', ' aa', 'aaa', 'aa '])
  expect(partsOfWord('legal')).toContain(partOfBeginning('leg'))
  expect(partsOfWord('legal')).toContain(partOfBeginning('l'))
})
