import { expect, test } from 'vitest'
import { searchedWords } from './searched-words.ts'

test('words are letters and digits, in small letters and without accents, each once', () => {
  expect(searchedWords('Überweisung: prüfen, PRÜFEN (2. Lauf)')).toEqual(['uberweisung', 'prufen', '2', 'lauf'])
  expect(searchedWords('mara.keller@brightline.example')).toEqual(['mara', 'keller', 'brightline', 'example'])
  expect(searchedWords('契約を確認')).toEqual(['契約を確認'])
})

test('marks alone are no words, and a word without end is cut', () => {
  expect(searchedWords(' ?! … —%_\\ ')).toEqual([])
  expect(searchedWords('a'.repeat(500))).toEqual(['a'.repeat(40)])
})
