import { expect, test } from 'vitest'
import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { isKindReady } from './is-kind-ready.ts'
import { libraryKindWords } from './library-words.ts'

const nothing = { quote: null, caseStudy: null, hasLogo: false, calls: null }
const everything = {
  ...{ quote: 'One day!', caseStudy: '# One day', hasLogo: true },
  ...{ calls: { left: 1, allowed: 2 } },
}
const readyOf = (entry: typeof nothing | typeof everything) => referenceKinds.filter((kind) => isKindReady(kind, entry))

test('what was agreed to is ready once it is there', () => {
  expect(readyOf(nothing)).toEqual(['review'])
  expect(readyOf(everything)).toEqual(referenceKinds)
})

test('a call is ready while one is left and can be requested', () => {
  expect(isKindReady('call', { ...everything, calls: { left: 0, allowed: 2 } })).toBe(false)
  expect(isKindReady('talk', { ...everything, calls: null })).toBe(false)
})

test.each<[ReferenceKind, string]>([
  ['case-study', 'case study: not written yet'],
  ['quote', 'quote: not written yet'],
  ['logo', 'logo: not given yet'],
  ['call', 'call: none now'],
])('a %s that is not ready says so in words, not by its colour alone', (kind, words) => {
  expect(libraryKindWords(kind, false)).toBe(words)
})
