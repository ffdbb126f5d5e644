import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { taskDatesWords } from './task-dates-words.ts'

const dates = (start: string, finish: string, dueOn: string, more: { startedOn?: string; doneOn?: string } = {}) =>
  taskDatesWords(
    {
      earlyStart: day(start),
      earlyFinish: day(finish),
      dueOn: day(dueOn),
      startedOn: more.startedOn === undefined ? null : day(more.startedOn),
      doneOn: more.doneOn === undefined ? null : day(more.doneOn),
    },
    '2026-11-29',
  )

test.each([
  ['2026-12-07', '2026-12-18', '2027-02-10', '7–18 Dec · latest 10 Feb 2027'],
  ['2026-12-07', '2026-12-07', '2026-12-09', '7 Dec · latest 9 Dec'],
  ['2026-11-30', '2026-12-04', '2026-12-04', '30 Nov – 4 Dec · latest 4 Dec'],
  ['2026-12-28', '2027-01-08', '2027-01-08', '28 Dec – 8 Jan 2027 · latest 8 Jan 2027'],
  ['2027-12-28', '2028-01-07', '2028-01-10', '28 Dec 2027 – 7 Jan 2028 · latest 10 Jan 2028'],
  ['2026-12-07', '2026-12-18', '2026-12-10', '7–18 Dec · latest 10 Dec'],
])('from %s to %s, by %s', (start, finish, dueOn, words) => expect(dates(start, finish, dueOn)).toBe(words))

test('what has begun says when it began, and what is done when it ran', () => {
  expect(dates('2026-12-07', '2026-12-18', '2026-12-20', { startedOn: '2026-12-01' })).toBe('1–18 Dec · latest 20 Dec')
  expect(dates('2026-11-02', '2026-11-06', '2026-12-20', { startedOn: '2026-11-02', doneOn: '2026-11-06' })).toBe(
    '2–6 Nov',
  )
  expect(dates('2026-11-02', '2026-11-06', '2026-12-20', { doneOn: '2026-11-01' })).toBe('1 Nov')
})
