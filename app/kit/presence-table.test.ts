import { expect, test } from 'vitest'
import { type PersonHere, createPresenceTable } from './presence-table.ts'

const person = (name: string, more: Partial<PersonHere> = {}): PersonHere => ({
  ...{ id: name, name, side: 'vendor', isKnown: true },
  ...more,
})
const [anna, ben] = [person('Anna'), person('Ben')]
const names = (table: ReturnType<typeof createPresenceTable>) => table.now().people.map(({ name }) => name)

test('a person who is in the lists of two processes is here once, until the last list is without them', () => {
  const table = createPresenceTable()
  expect(table.setPeople('one', [ben, anna])).toBe(true)
  expect(table.setPeople('two', [anna])).toBe(false)
  expect(names(table)).toEqual(['Anna', 'Ben'])
  expect(table.setPeople('one', [])).toBe(true)
  expect(names(table)).toEqual(['Anna'])
  table.setPeople('two', [])
  expect(names(table)).toEqual([])
})

test('who is known by the list of any process is known', () => {
  const table = createPresenceTable()
  table.setPeople('one', [person('Anna', { isKnown: false })])
  table.setPeople('two', [anna])
  table.setPeople('three', [person('Anna', { isKnown: false })])
  expect(table.now().people).toEqual([anna])
})

test('what is told is the same object as long as no one comes or goes', () => {
  const table = createPresenceTable()
  table.setPeople('one', [anna])
  const before = table.now()
  table.setPeople('two', [anna])
  expect(table.now()).toBe(before)
})

test('lists that are in doubt are forgotten at their time, unless they are told again; the own list stays', () => {
  const table = createPresenceTable()
  table.setPeople('own', [anna])
  table.setPeople('two', [ben])
  table.setPeople('three', [person('Carla')])
  table.doubt('own', 100)
  table.setPeople('three', [person('Carla')])
  expect(table.sweep(99)).toBe(false)
  expect(table.sweep(100)).toBe(true)
  expect(names(table)).toEqual(['Anna', 'Carla'])
})
