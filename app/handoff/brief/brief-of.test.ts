import { expect, test } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import type { MilestoneView, PlanView } from '#app/plan/view/plan-view.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { type OpenElsewhere, briefOf } from './brief-of.ts'

const none: OpenElsewhere = { mismatches: 0, overdueQuestions: 0, unconfirmedPeople: [] }
const agreed = { state: 'agreed', agreedOn: day('2026-06-15'), criticalReason: 'The audit starts.' } as const
const briefFor = (plan: Partial<PlanView> = {}, elsewhere: Partial<OpenElsewhere> = {}) => {
  const view = samplePlan({ ...agreed, ...plan })
  return briefOf(view, { ...none, ...elsewhere }, planLinks(view.id))
}
const risksFor = (...asked: Parameters<typeof briefFor>) => briefFor(...asked).risks.map(({ text }) => text)
const stagesWith = (milestone: Partial<MilestoneView>): Pick<PlanView, 'stages'> => ({
  stages: [{ stage: 'Purchase', done: 0, total: 1, milestones: [sampleMilestone({ id: 'm', ...milestone })] }],
})

test('a plan that is on track and settled has no risks', () => {
  expect(risksFor()).toEqual([])
})

test('the risks are what is late, missing, asked for, not confirmed or not fitting, each with where it is settled', () => {
  const late = { title: 'Contract signed', late: true, expected: day('2026-07-07') }
  expect(risksFor(stagesWith(late))).toEqual(['“Contract signed” is due 3 July and expected 7 July'])
  expect(risksFor(stagesWith({ ...late, reachedOn: day('2026-07-06') }))).toEqual([])
  expect(risksFor({ criticalReason: null, agreedOn: null })).toEqual([
    'No one has said why the target date matters',
    'Halden Foods has not agreed to this plan with us',
  ])
  expect(risksFor({}, { mismatches: 2, overdueQuestions: 1, unconfirmedPeople: ['Priya Raman'] })).toEqual([
    'What we heard is not confirmed by Priya Raman',
    '2 open points between need, promise, contract and delivery',
    'A question waits past its promised time',
  ])
  expect(briefFor({}, { mismatches: 1 }).risks[0]?.path).toBe('/plans/plan-1/sold')
})

test('a plan that is over has none', () => {
  expect(risksFor({ state: 'won' }, { mismatches: 2 })).toEqual([])
})

test('promised days are those of open tasks, the next first, and say which have passed', () => {
  const tasks = [
    sampleTask({ id: 'later', title: 'Later', promisedOn: day('2026-07-01') }),
    sampleTask({ id: 'passed', title: 'Passed', promisedOn: day('2026-06-16') }),
    sampleTask({ id: 'done', promisedOn: day('2026-06-10'), status: 'done', doneOn: day('2026-06-10') }),
    sampleTask({ id: 'plain' }),
  ]
  expect(briefFor(stagesWith({ tasks })).promised).toMatchObject([
    { title: 'Passed', isBroken: true },
    { title: 'Later', isBroken: false },
  ])
})
