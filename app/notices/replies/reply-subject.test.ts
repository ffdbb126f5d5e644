import { expect, test } from 'vitest'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import { replySubject } from './reply-subject.ts'

const plan = (planId: string, tasks: readonly string[] = []) => ({
  ...{ planId, project: 'Digital onboarding', other: 'Brightline', news: ['Both companies have agreed to the plan'] },
  waiting: tasks.map((taskId) => ({ taskId, title: 'Sign the contract', doBy: '2026-06-17' })),
})
type Plan = DailyPlanFacts

const subjectOf = (first: Plan, ...others: Plan[]) =>
  replySubject(null, {
    kind: 'daily',
    facts: { workspace: 'Brightline', name: 'Priya', on: '2026-06-17', plans: [first, ...others], told: [] },
  })

const taskId = '01980000-0000-7000-8000-000000000001'
const commentId = '01980000-0000-7000-8000-000000000002'

test('the email of a day takes answers for the one plan, and the one task, that it is about', () => {
  const told = { taskIds: [], commentIds: [] }
  expect(subjectOf(plan('a'))).toEqual({ planId: 'a', taskId: null, commentId: null, askedTaskIds: [], told })
  expect(subjectOf(plan('a', [taskId]))).toEqual({
    ...{ planId: 'a', taskId, commentId: null, askedTaskIds: [taskId] },
    told: { ...told, taskIds: [taskId] },
  })
})

test('“done” is about the only task, also beside comments; with two tasks each has its number', () => {
  const comment = { commentId, by: 'Sam', title: 'Contract', text: 'When?', why: 'owner' as const }
  expect(subjectOf({ ...plan('a', [taskId]), comments: [comment] })).toMatchObject({
    ...{ taskId: null, commentId: null, askedTaskIds: [taskId] },
    told: { taskIds: [taskId], commentIds: [commentId] },
  })
  expect(subjectOf(plan('a', [taskId, commentId]))).toMatchObject({
    taskId: null,
    askedTaskIds: [taskId, commentId],
  })
})

test('the email of a day about several plans takes no answers: they may be of different customers', () => {
  expect(subjectOf(plan('a', [taskId]), plan('b'))).toBeUndefined()
})
