import { expect, test } from 'vitest'
import { unconfirmedWords } from './key-person-words.ts'
import { keyPersons, unconfirmedAmong } from './key-persons.ts'

const people = [
  { id: 'priya', name: 'Priya Raman', role: 'champion', isKey: false },
  { id: 'jonas', name: 'Jonas Lind', role: 'contributor', isKey: true },
  { id: 'ida', name: 'Ida Moss', role: 'viewer', isKey: false },
  { id: 'tomas', name: 'Tomás Ibarra', role: 'viewer', isKey: false },
]
const about = (participantId: string | null, personName: string, state: 'draft' | 'shared' | 'confirmed') => ({
  participantId,
  personName,
  state,
})

test('the champion, who is marked, and each person of a situation are key persons, on the plan or not', () => {
  const situations = [about('tomas', 'Tomás Ibarra', 'shared'), about(null, 'Ana Lind', 'draft')]
  expect(keyPersons(people, situations)).toEqual([
    { id: 'priya', name: 'Priya Raman', state: 'none', isMarked: false },
    { id: 'jonas', name: 'Jonas Lind', state: 'none', isMarked: true },
    { id: 'tomas', name: 'Tomás Ibarra', state: 'shared', isMarked: false },
    { id: null, name: 'Ana Lind', state: 'draft', isMarked: false },
  ])
})

test('of several notes the furthest counts, also one that is still under a name alone', () => {
  const situations = [about(null, 'priya  raman', 'draft'), about('priya', 'Priya Raman', 'confirmed')]
  expect(keyPersons(people, situations)[0]).toMatchObject({ id: 'priya', state: 'confirmed' })
})

test('who is still to be heard is said to the vendor step by step, to the customer in one', () => {
  const open = unconfirmedAmong(
    keyPersons(people, [about('tomas', 'Tomás Ibarra', 'shared'), about('priya', 'Priya Raman', 'confirmed')]),
  )
  expect(unconfirmedWords('vendor', open)).toEqual([
    'Nothing written yet about Jonas Lind.',
    'Not confirmed yet by Tomás Ibarra.',
  ])
  expect(unconfirmedWords('customer', open)).toEqual(['Not confirmed yet by Jonas Lind and Tomás Ibarra.'])
  expect(unconfirmedWords('vendor', [])).toEqual([])
})
