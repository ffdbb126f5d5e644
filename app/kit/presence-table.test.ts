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
  table.setPeople('two', [anna])
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
  table.doubt((process) => process !== 'own', 100)
  table.setPeople('three', [person('Carla')])
  expect(table.sweep(99), 'though no one has asked since').toBe(false)
  expect(table.sweep(100)).toBe(true)
  expect(names(table)).toEqual(['Anna', 'Carla'])
})

const part = (subjectId: string) => ({ subjectId, field: 'title', privateTo: null })
const edited = (table: ReturnType<typeof createPresenceTable>) => table.now().edits.map(({ subjectId }) => subjectId)

test('a page edits one thing at a time, is forgotten at its time, and who edits is here', () => {
  const table = createPresenceTable()
  table.setEdit(anna, 'tab', part('a'), 100)
  expect(names(table)).toEqual(['Anna'])
  table.setEdit(anna, 'other tab', part('b'), 200)
  table.setEdit(anna, 'tab', part('c'), 100)
  expect(edited(table)).toEqual(['c', 'b'])
  expect(table.setEdit(anna, 'tab', part('c'), 150), 'told again').toBe(false)
  expect(table.sweep(149)).toBe(false)
  expect(table.sweep(150)).toBe(true)
  expect(edited(table)).toEqual(['b'])
  table.setEdit(anna, 'other tab', null, 0)
  expect(names(table)).toEqual([])
})

test('what a person edits ends with them, in all their pages', () => {
  const table = createPresenceTable()
  table.setEdit(anna, 'tab', part('a'), 100)
  table.setEdit(anna, 'other tab', part('b'), 100)
  table.setEdit(ben, 'tab', part('c'), 100)
  table.endEdits(anna.id)
  expect(edited(table)).toEqual(['c'])
})

test('no more pages than a hundred edit at once', () => {
  const table = createPresenceTable()
  for (let n = 0; n < 150; n++) table.setEdit(person(`Anna ${n}`), 'tab', part('a'), 100)
  expect(edited(table)).toHaveLength(100)
})

test('of one person only the latest few pages are noted, so that others are noted too', () => {
  const table = createPresenceTable()
  for (let n = 0; n < 150; n++) table.setEdit(anna, `tab ${n}`, part(`a${n}`), 100 + n)
  expect(edited(table)).toEqual(['a145', 'a146', 'a147', 'a148', 'a149'])
  expect(table.setEdit(ben, 'tab', part('b'), 100)).toBe(true)
  expect(edited(table)).toContain('b')
})
