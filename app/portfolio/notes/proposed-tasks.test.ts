import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { proposedTasks, withoutLine } from './proposed-tasks.ts'

// A Wednesday.
const today = '2026-06-17' as IsoDate
const people = [
  { value: 'member:1', text: 'Mara Keller' },
  { value: 'participant:2', text: 'Priya Raman' },
  { value: 'participant:3', text: 'Ana Lind' },
  { value: 'participant:4', text: 'Ana Sato' },
]
const propose = (notes: string) => proposedTasks(notes, { people, today })

test.each([
  ['- Send the contract', { title: 'Send the contract', owner: '', notAfter: null }],
  [
    '- [ ] Priya to send the contract by Friday',
    { title: 'Send the contract', owner: 'participant:2', notAfter: '2026-06-19' },
  ],
  ['* Mara Keller: book the room by 3 July', { title: 'Book the room', owner: 'member:1', notAfter: '2026-07-03' }],
  [
    '1. Zugang einrichten bis 2.7. (Priya)',
    { title: 'Zugang einrichten', owner: 'participant:2', notAfter: '2026-07-02' },
  ],
  ['- Préparer la recette avant le 3 février', { title: 'Préparer la recette', owner: '', notAfter: '2027-02-03' }],
  [
    'TODO: @Mara check the data, due 2026-08-01',
    { title: 'Check the data', owner: 'member:1', notAfter: '2026-08-01' },
  ],
  ['- Review the offer – Priya Raman', { title: 'Review the offer', owner: 'participant:2', notAfter: null }],
  ['- Approve tomorrow by noon', { title: 'Approve tomorrow by noon', owner: '', notAfter: null }],
  ['- Ana to call back by Wednesday', { title: 'Ana to call back', owner: '', notAfter: '2026-06-24' }],
  ['- Call Legal by tomorrow', { title: 'Call Legal', owner: '', notAfter: '2026-06-18' }],
])('reads %j', (line, task) => {
  expect(propose(line)).toEqual([{ text: line, ...task }])
})

test('of notes with a list only its open items are proposed, else every line', () => {
  const notes =
    'Weekly call\nWe talked about the plan.\n\n- Send the contract\n- [x] Book the room\n- Order the licences'
  expect(propose(notes).map(({ title }) => title)).toEqual(['Send the contract', 'Order the licences'])
  expect(propose('Decisions:\nSend the contract\nOrder the licences')).toHaveLength(2)
})

test('what is accepted leaves the notes, and nothing else does', () => {
  const notes = 'a\nb\n\nc'
  expect(withoutLine(notes, 1)).toBe('a\n\nc')
  expect(propose('- x\n'.repeat(100))).toHaveLength(50)
})
