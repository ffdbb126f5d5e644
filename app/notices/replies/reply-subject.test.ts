import { expect, test } from 'vitest'
import { replySubject } from './reply-subject.ts'

const plan = (planId: string, tasks: readonly string[] = []) => ({
  ...{ planId, project: 'Digital onboarding', other: 'Brightline', news: ['Both companies have agreed to the plan'] },
  waiting: tasks.map((taskId) => ({ taskId, title: 'Sign the contract', doBy: '2026-06-17' })),
})
type Plan = ReturnType<typeof plan>

const subjectOf = (first: Plan, ...others: Plan[]) =>
  replySubject(
    { planId: null, path: '/' },
    {
      kind: 'daily',
      facts: { workspace: 'Brightline', name: 'Priya', on: '2026-06-17', plans: [first, ...others], told: [] },
    },
  )

const taskId = '01980000-0000-7000-8000-000000000001'

test('the email of a day takes answers for the one plan, and the one task, that it is about', () => {
  expect(subjectOf(plan('a'))).toEqual({ planId: 'a', taskId: null, commentId: null })
  expect(subjectOf(plan('a', [taskId]))).toEqual({ planId: 'a', taskId, commentId: null })
})

test('the email of a day about several plans takes no answers: they may be of different customers', () => {
  expect(subjectOf(plan('a', [taskId]), plan('b'))).toBeUndefined()
})
