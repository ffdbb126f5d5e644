import { z } from 'zod'
import { expect, test } from 'vitest'
import { fieldWords } from '#app/kit/field-words.ts'
import { termsInput } from '#app/plan/model.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { farDates } from './far-dates.ts'
import { parseInput } from './parse-input.ts'
import { Refusal } from './refusal.ts'

const today = '2026-11-28' as IsoDate

/** The fields at fault, in the order in which they are told. */
function faultyFields(raw: object, { seen = {}, unread = [] as string[] } = {}) {
  const alsoIn = (readable: Record<string, unknown>) =>
    farDates(termsInput, { read: readable, sent: raw }, today, (field) => Reflect.get(seen, field))
  try {
    parseInput(termsInput, raw, { unread: unread.map((field) => ({ field, message: 'unread' })), alsoIn })
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    expect(error.status).toBe(422)
    return error.faults.map(({ field }) => field)
  }
}

test('all that is wrong with a form is told at once: what cannot be read, what does not fit, days that are far off', () => {
  const sent = { project: '', criticalDate: '3027-03-01', winBy: '' }
  expect(faultyFields(sent, { unread: ['winBy'] })).toEqual(['winBy', 'project', 'criticalDate'])
})

test('a far day that its sender saw there is no fault beside others', () => {
  const sent = { project: '', criticalDate: '3027-03-01' }
  expect(faultyFields(sent, { seen: { criticalDate: '3027-03-01' } })).toEqual(['project'])
})

test('far days alone are left to the look at what is stored', () => {
  expect(faultyFields({ criticalDate: '3027-03-01' })).toEqual([])
})

test('what no form sends is refused in words for people too', () => {
  const schema = z.object({
    rows: z.array(z.object({ id: z.uuid() })),
    id: z.uuid(),
    kind: z.literal('invited'),
    title: z.string({ error: 'Please enter a title.' }),
  })
  const told = (raw: object) => {
    try {
      return parseInput(schema, raw)
    } catch (error) {
      return error instanceof Refusal ? error.faults.map(({ message }) => message) : error
    }
  }
  const [id, notValid] = ['9477b034-6953-494b-8179-8119aa074f45', fieldWords.notValid]
  expect(told({ rows: [1], id: 'x', kind: [], title: {} })).toEqual([
    notValid,
    notValid,
    notValid,
    'Please enter a title.',
  ])
  expect(told({ rows: 'x', id, kind: 'invited', title: 'A' })).toEqual([notValid])
})

test('a row that says what its fields are called has each fault beside its own', () => {
  const rows = z.object({ rows: z.array(z.object({ amount: z.string().min(1, 'none'), source: z.string() })) })
  const sent = {
    rows: [
      { amount: '1', source: 'a' },
      { amount: '', field: 'rows.3' },
    ],
  }
  try {
    parseInput(rows, sent)
  } catch (error) {
    expect(error).toMatchObject({ faults: [{ field: 'rows.3.amount', message: 'none' }, { field: 'rows.3.source' }] })
  }
  expect.assertions(1)
})
