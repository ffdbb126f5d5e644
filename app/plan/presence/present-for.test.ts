import { expect, test } from 'vitest'
import type { PersonHere } from '#app/kit/presence-table.ts'
import { presentFor } from './present-for.ts'
import { personHere } from './person-here.ts'

const member = (name: string, ...standings: ('lead' | 'team' | 'admin')[]) =>
  personHere({ kind: 'member', id: name, name }, new Set(['member', ...standings]))
const participant = (name: string) => personHere({ kind: 'participant', id: name, name }, new Set(['viewer']))
const namesFor = (people: PersonHere[], id: string, sight: 'vendor' | 'customer' | 'shared') =>
  presentFor({ people, edits: [] }, { id, sight }).people.map(({ name }) => name)

const people = [
  participant('Priya'),
  participant('Tomás'),
  member('Ana', 'lead'),
  member('Lena', 'team'),
  member('Mira'),
  member('Otto', 'admin'),
]

test('everyone reads who else has the plan open, without themselves', () => {
  expect(namesFor(people, 'Ana', 'vendor')).toEqual(['Priya', 'Tomás', 'Lena', 'Mira', 'Otto'])
  expect(namesFor([member('Ana', 'lead')], 'Ana', 'vendor')).toEqual([])
})

test('the customer reads of the vendor’s lead and team alone, those who are not accepted yet too', () => {
  expect(namesFor(people, 'Priya', 'customer')).toEqual(['Tomás', 'Ana', 'Lena'])
  expect(namesFor(people, 'Tomás', 'shared')).toEqual(['Priya', 'Ana', 'Lena'])
})

test('beyond twelve there is a number, which counts neither the reader nor people who are hidden from the reader', () => {
  const many = Array.from({ length: 20 }, (_, n) => participant(`P${n}`))
  const toCustomer = presentFor({ people: [...many, ...people], edits: [] }, { id: 'P3', sight: 'customer' })
  expect(toCustomer.people).toHaveLength(12)
  expect(toCustomer.people.map(({ name }) => name)).not.toContain('P3')
  expect(toCustomer.more).toBe(19 + 4 - 12)
  expect(presentFor({ people: many, edits: [] }, { id: 'P19', sight: 'customer' }).more).toBe(7)
})

test('no ids are told', () => {
  expect(presentFor({ people: [participant('Priya')], edits: [] }, { id: 'Ana', sight: 'vendor' })).toEqual({
    people: [{ name: 'Priya', side: 'customer' }],
    more: 0,
    edits: [],
  })
})

test('what others edit is told as far as the reader may know of the task and of the person', () => {
  const edit = (person: PersonHere, subjectId: string, privateTo: 'vendor' | 'customer' | null = null) => ({
    ...{ person, subjectId, privateTo },
    field: 'title',
  })
  const [priya, , ana, , mira] = people
  if (!priya || !ana || !mira) throw new Error('no one there')
  const present = {
    people,
    edits: [edit(priya, 'a'), edit(priya, 'b', 'customer'), edit(ana, 'c'), edit(ana, 'd', 'vendor'), edit(mira, 'e')],
  }
  const tasksFor = (id: string, sight: 'vendor' | 'customer' | 'shared') =>
    presentFor(present, { id, sight }).edits.map(({ taskId }) => taskId)
  expect(tasksFor('Lena', 'vendor')).toEqual(['a', 'c', 'd', 'e'])
  expect(tasksFor('Ana', 'vendor')).toEqual(['a', 'e'])
  expect(tasksFor('Tomás', 'customer')).toEqual(['a', 'b', 'c'])
  expect(tasksFor('Tomás', 'shared')).toEqual(['a', 'c'])
  expect(presentFor(present, { id: 'Lena', sight: 'vendor' }).edits[0]).toEqual({
    ...{ names: ['Priya'], more: 0, side: 'customer', taskId: 'a', field: 'title' },
  })
})

test('a field is told once, with each person once, whatever tabs they have it open in', () => {
  const five = Array.from({ length: 5 }, (_, n) => ({ ...participant(`P${n}`), name: 'Kim' }))
  const edits = [...five, ...five].map((person) => ({ person, subjectId: 'a', field: 'dates', privateTo: null }))
  expect(presentFor({ people: [...people, ...five], edits }, { id: 'Ana', sight: 'vendor' }).edits).toEqual([
    { names: ['Kim', 'Kim', 'Kim'], more: 2, side: 'customer', taskId: 'a', field: 'dates' },
  ])
  expect(presentFor({ people: five, edits: edits.slice(0, 1) }, { id: 'P0', sight: 'customer' }).edits).toEqual([])
})
