import { expect, test } from 'vitest'
import { matchingEntries } from './matching-entries.ts'

const entries = [
  'Train the team',
  'Überweisung prüfen',
  'Contract at Legal',
  'Legal review',
  'Illegal copies',
  'Print',
].map((text) => ({
  text,
}))
const found = (typed: string) => matchingEntries(entries, typed).map(({ text }) => text)

test('what starts with the typed text comes first, then a word that does, then the rest', () => {
  expect(found('legal')).toEqual(['Legal review', 'Contract at Legal', 'Illegal copies'])
})

test('case, accents, blanks and the order of words do not matter', () => {
  expect(found(' UBER ')).toEqual(['Überweisung prüfen'])
  expect(found('prufen')).toEqual(['Überweisung prüfen'])
  expect(found('legal  contract')).toEqual(['Contract at Legal'])
})

test('where nothing was typed all are listed, up to thirty, and where nothing fits none', () => {
  expect(found('')).toEqual(entries.map(({ text }) => text))
  expect(found('zebra')).toEqual([])
  expect(matchingEntries(Array(200).fill({ text: 'a' }), '')).toHaveLength(30)
})
