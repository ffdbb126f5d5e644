import { expect, test } from 'vitest'
import { mayPromise } from './may-promise.ts'

const ines = { kind: 'participant', id: 'ines', name: 'Ines Roth' } as const
const mara = { kind: 'member', id: 'mara', name: 'Mara Keller' } as const
const legal = { kind: 'placeholder', id: null, name: 'Customer’s legal' } as const
const champion = { id: 'priya', side: 'customer', mayEdit: true } as const
const lead = { id: 'lead', side: 'vendor', mayEdit: true } as const

test('an owner gives the word, whatever the role; colleagues who may change the plan do so for them', () => {
  expect(mayPromise({ owner: ines, side: 'customer' }, { id: 'ines', side: 'customer', mayEdit: false })).toBe(true)
  expect(mayPromise({ owner: ines, side: 'customer' }, champion)).toBe(true)
  expect(mayPromise({ owner: ines, side: 'customer' }, { ...champion, mayEdit: false })).toBe(false)
  expect(mayPromise({ owner: null, side: 'customer' }, champion)).toBe(false)
})

test('no one gives the other side’s word, whosever task it is; where no person is named, the task’s side decides', () => {
  expect(mayPromise({ owner: ines, side: 'both' }, lead)).toBe(false)
  expect(mayPromise({ owner: mara, side: 'customer' }, champion)).toBe(false)
  expect(mayPromise({ owner: legal, side: 'customer' }, lead)).toBe(false)
  expect(mayPromise({ owner: legal, side: 'customer' }, champion)).toBe(true)
  expect([champion, lead].map((giver) => mayPromise({ owner: legal, side: 'both' }, giver))).toEqual([true, true])
})
