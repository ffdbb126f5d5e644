import { expect, test } from 'vitest'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { receivePlan, sendPlan } from './sent-plan.ts'

test('a plan arrives as it was sent, though the names of parts are sent once and what is as usual is not', () => {
  const moved = { agreed: sampleTask({ id: 'any' }).dueOn, now: sampleTask({ id: 'any' }).dueOn, days: 0, done: false }
  const tasks = [
    sampleTask({ id: 'a', sentBack: { reason: 'One is missing', by: 'Mara' } }),
    sampleTask({ id: 'b', moved }),
  ]
  const plan = samplePlan({
    stages: [{ stage: 'Purchase', done: 0, total: 2, milestones: [sampleMilestone({ id: 'signed', tasks })] }],
  })
  const sent = sendPlan(plan)
  expect(JSON.stringify(sent).match(/earlyFinish/g)).toHaveLength(1)
  expect(JSON.stringify(sent.stages)).not.toMatch(/(null|false)\]/)
  expect(receivePlan(sent)).toEqual(plan)
})
