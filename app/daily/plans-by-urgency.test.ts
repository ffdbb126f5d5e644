import { expect, test } from 'vitest'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import { plansByUrgency } from './plans-by-urgency.ts'

const planOf = (project: string, dates: string[], asks = false): DailyPlanFacts => ({
  planId: project,
  project,
  other: 'Halden Foods',
  waiting: dates.map((doBy) => ({ title: `Due ${doBy}`, doBy })),
  news: [],
  ...(asks && {
    comments: [{ commentId: crypto.randomUUID(), by: 'Ana', title: 'Scope', text: 'When?', why: 'asked' }],
  }),
})

test('the plan with the earliest due date comes first, then questions, then news by name', () => {
  const plans = [
    planOf('News B', []),
    planOf('Question', [], true),
    planOf('Later', ['2026-07-03', '2026-06-19']),
    planOf('News A', []),
    planOf('Late', ['2026-09-01', '2026-06-07']),
  ]
  expect(plansByUrgency(plans).map(({ project }) => project)).toEqual(['Late', 'Later', 'Question', 'News A', 'News B'])
})
