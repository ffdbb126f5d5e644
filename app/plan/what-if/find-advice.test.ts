import { expect, test } from 'vitest'
import { day, planRows, row } from '#tests/samples/plan-rows.ts'
import { findAdvice } from './find-advice.ts'

/** Building waits for a day that is too late, for no other task. */
const rows = planRows({
  build: row('build', 'ready', { durationDays: 15, notBefore: day('2026-07-13'), notAfter: day('2026-07-17') }),
})
const gated = { ...rows, milestones: rows.milestones.map((it) => ({ ...it, isGate: it.id === 'signed' })) }
const start = { kind: 'start', task: 'build', startedOn: '2026-06-17' }

test('advice starts a task today, unless a gate holds it back', () => {
  const today = day('2026-06-17')
  expect(findAdvice.compute({ rows, today })).toContainEqual(start)
  expect(findAdvice.compute({ rows: gated, today })).not.toContainEqual(start)
})
