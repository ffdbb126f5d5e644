import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { whyNotToMark } from './why-not-to-mark.ts'

const open = {
  task: { doneOn: null, result: null },
  today: '2026-06-17',
  closed: null,
  mayComplete: true,
}

test('an open task can be marked done', () => {
  expect(whyNotToMark(open)).toBeNull()
})

test('a task that is done already asks for nothing, whatever became of its plan', () => {
  const done = { ...open, task: { doneOn: '2026-06-12' as IsoDate, result: null }, closed: 'Closed.' }
  expect(whyNotToMark(done)).toBe('This task is already done, since 12 June. You do not need to do anything.')
})

test('a plan that is closed, and a reader who may only view, are told so', () => {
  expect(whyNotToMark({ ...open, closed: 'This plan is closed.' })).toBe('This plan is closed.')
  expect(whyNotToMark({ ...open, mayComplete: false })).toContain('not change it')
})

test('a task that needs a result is not marked done without it', () => {
  const result = { asks: 'file' as const, approver: null, given: null, isAsked: false }
  expect(whyNotToMark({ ...open, task: { doneOn: null, result } })).toBe(
    'Needs a file before it can be marked done. Please open the task and add it.',
  )
  expect(whyNotToMark({ ...open, task: { doneOn: null, result: { ...result, given: 'annex.pdf' } } })).toBeNull()
})
