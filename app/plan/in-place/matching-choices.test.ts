import { describe, expect, test } from 'vitest'
import { choiceByKey, matchingChoices } from './matching-choices.ts'

const people = [
  { value: 'j', text: 'Jonas Lind' },
  { value: 't', text: 'Tomás Ibarra' },
  { value: 'i', text: 'Ida Jung' },
]
const found = (typed: string) =>
  matchingChoices([{ label: 'Halden Foods', options: people }], typed).flatMap(({ options }) =>
    options.map(({ text }) => text),
  )

describe('a name that is typed', () => {
  test('finds those one of whose names begins with it, whatever its case and accents', () => {
    expect(found('j')).toEqual(['Jonas Lind', 'Ida Jung'])
    expect(found('TOMAS i')).toEqual(['Tomás Ibarra'])
    expect(found('barra')).toEqual([])
  })
  test('finds everyone while nothing is typed', () => {
    expect(found(' ')).toHaveLength(3)
  })
})

describe('a key in a list', () => {
  test('leads to the next option and around the ends', () => {
    expect(choiceByKey(people, 'j', 'ArrowDown', false)).toBe('t')
    expect(choiceByKey(people, 'i', 'ArrowDown', false)).toBe('j')
    expect(choiceByKey(people, 'j', 'ArrowUp', false)).toBe('i')
    expect(choiceByKey([], null, 'ArrowDown', false)).toBeNull()
  })
  test('that is a letter leads to the next option that begins with it, only where nothing is typed', () => {
    expect(choiceByKey(people, 'j', 'I', true)).toBe('i')
    expect(choiceByKey(people, 'j', 'x', true)).toBeNull()
    expect(choiceByKey(people, 'j', 'I', false)).toBeNull()
  })
})
