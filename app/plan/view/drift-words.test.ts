import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { driftWords, sinceWords } from './drift-words.ts'

const day = (date: string) => date as IsoDate
const moved = (agreed: string, now: string, days: number, done = false) => ({
  agreed: day(agreed),
  now: day(now),
  days,
  done,
})
const today = '2026-06-17'
const same = { due: null, finish: null }
const drift = { since: day('2026-06-15'), goLive: same, win: same, later: 0, earlier: 0 }

test('a task says both days and how far apart they are', () => {
  expect(driftWords(moved('2026-03-12', '2026-03-16', 2), today)).toBe(
    'agreed 12 Mar, now 16 Mar: 2 working days later',
  )
  expect(driftWords(moved('2026-03-12', '2026-03-11', -1), today)).toBe(
    'agreed 12 Mar, now 11 Mar: 1 working day earlier',
  )
  expect(driftWords(moved('2026-03-12', '2026-03-13', 1, true), today)).toContain('done 13 Mar')
})

test('the plan says it in one sentence', () => {
  expect(sinceWords(drift, today)).toBe('Since 15 June: go-live and first win unchanged, all tasks due as agreed.')
  expect(sinceWords({ ...drift, win: null, later: 3, earlier: 1 }, today)).toBe(
    'Since 15 June: go-live unchanged, 3 tasks later, 1 earlier.',
  )
  expect(sinceWords({ ...drift, earlier: 1 }, today)).toContain(', 1 task earlier.')
  const goLive = { due: moved('2026-09-15', '2026-09-22', 5), finish: moved('2026-09-10', '2026-09-11', 1) }
  expect(sinceWords({ ...drift, goLive }, today)).toContain(
    'first win unchanged, go-live 5 working days later (22 September)',
  )
  const slower = { ...drift, goLive: { due: null, finish: moved('2026-09-10', '2026-09-11', 1) } }
  expect(sinceWords(slower, today)).toBe(
    'Since 15 June: first win unchanged, go-live expected 1 working day later (11 September), no task’s due date changed.',
  )
})
