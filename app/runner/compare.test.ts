import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { z } from 'zod'
import { decimal, optionalText, someOf, requiredText } from '#app/kit/field-schemas.ts'
import { canonicalText, compareWithSeen } from './compare.ts'

const schema = z.object({
  title: requiredText(100),
  note: optionalText(100),
  target: decimal(),
  kinds: someOf(['call', 'quote']),
})
const stored = {
  subjectId: 'task',
  fields: {
    title: { label: 'Title', value: 'Contract at Legal' },
    note: { label: 'Note', value: null },
    target: { label: 'Target', value: 10 },
    kinds: { label: 'Kinds', value: ['call', 'quote'] },
  },
}
const same = { title: 'Contract at Legal', note: null, target: 10, kinds: ['quote', 'call'] }

describe('what two people wrote', () => {
  test('is no change when it is there already, whatever was seen', () => {
    const { touched, conflicting } = compareWithSeen(schema, same, { title: 'Older' }, stored)
    expect([...touched]).toEqual([])
    expect(conflicting).toEqual([])
  })

  test('is not compared where the sender left the field as it was seen', () => {
    const { touched, conflicting } = compareWithSeen(schema, { ...same, title: 'Older' }, { title: ' Older ' }, stored)
    expect([...touched]).toEqual([])
    expect(conflicting).toEqual([])
  })

  test('is a conflict also in a field left as it was seen, for a person who stands by all of it', () => {
    const sent = { ...same, title: 'Older', note: 'mine' }
    const { touched, conflicting } = compareWithSeen(schema, sent, { title: 'Older', note: null }, stored, true)
    expect(conflicting).toEqual(['title'])
    expect([...touched]).toEqual(['note'])
    expect(compareWithSeen(schema, same, { title: 'Older' }, stored, true).conflicting).toEqual([])
  })

  test('is a conflict when the field was changed on both sides', () => {
    const { conflicting } = compareWithSeen(
      schema,
      { ...same, title: 'Mine', target: 12 },
      { title: 'Older', target: '10' },
      stored,
    )
    expect(conflicting).toEqual(['title'])
  })

  test('wins when only the sender changed it, however the form wrote what was seen', () => {
    const { touched, conflicting } = compareWithSeen(
      schema,
      { ...same, target: 12 },
      { target: '10.0', note: '' },
      stored,
    )
    expect([...touched]).toEqual(['target'])
    expect(conflicting).toEqual([])
  })
})

test('the order of keys and of lists makes no difference to what counts as the same', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.string()), (object, list) => {
      const turned = Object.fromEntries(Object.entries(object).reverse())
      expect(canonicalText(turned)).toBe(canonicalText(object))
      expect(canonicalText([...list].reverse())).toBe(canonicalText(list))
    }),
  )
})

test('letters with their marks apart are the same letters', () => {
  expect(canonicalText('Mu\u0308ller')).toBe(canonicalText('M\u00fcller'))
})

test('different texts never count as the same', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (a, b) => {
      expect(canonicalText(a) === canonicalText(b)).toBe(a === b)
    }),
  )
})
