import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/schedule/dates.ts'
import { sides } from '#app/schedule/model.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { editTaskInput } from '../model.ts'
import { type TaskFieldValues, scheduledFieldsOf, taskFieldsOf, taskFormValues } from './task-fields.ts'

const date = fc.option(fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(day('2026-06-17'), days)))
const taskWith = fc.record<TaskFieldValues>({
  title: fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,60}[a-z]$/).map((title) => title.replace(/ +/g, ' ')),
  side: fc.constantFrom(...sides),
  durationDays: fc.integer({ min: 0, max: 10_000 }),
  notBefore: date,
  notAfter: date,
})

test('what the form of a task shows is read as what is stored', () => {
  fc.assert(
    fc.property(taskWith, (task) => {
      const taskId = '0190a000-0000-7000-8000-000000000000'
      expect(editTaskInput.parse({ taskId, ...taskFormValues(task) })).toEqual({ taskId, ...task })
    }),
  )
})

test('of a private task the other side gets what the schedule needs, and no words', () => {
  fc.assert(
    fc.property(taskWith, (task) => {
      const shown = { ...task, title: '' }
      expect(scheduledFieldsOf(taskFieldsOf({ ...task, owner: 'Priya Raman' }))).toEqual(shown)
    }),
  )
})
