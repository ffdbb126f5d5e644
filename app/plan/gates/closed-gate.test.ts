import { expect, test } from 'vitest'
import { day, plainMilestone, planRows, row } from '#tests/samples/plan-rows.ts'
import type { MilestoneProof } from '../core/compute-plan.ts'
import { gateBefore } from './closed-gate.ts'

const done = { doneOn: day('2026-06-15') }

/** Purchase is gated by the milestone that holds the task `legal`. */
const gated = (
  legal: object,
  { asks = null, proof = null }: { asks?: string | null; proof?: MilestoneProof | null } = {},
) => {
  const rows = planRows({ legal: row('legal', 'signed', legal) })
  return {
    ...rows,
    milestones: rows.milestones.map((it) =>
      it.id === 'signed' ? { ...it, ...plainMilestone, isGate: true, exitEvidence: asks, proof } : it,
    ),
  }
}

test('a gate holds back the tasks of later stages until its own are done', () => {
  expect(gateBefore(gated({}), { milestoneId: 'ready' })).toMatchObject({
    gate: { id: 'signed' },
    openTasks: 1,
    lacksEvidence: false,
  })
  expect(gateBefore(gated({}), { milestoneId: 'signed' })).toBeNull()
  expect(gateBefore(gated(done), { milestoneId: 'ready' })).toBeNull()
})

test('a gate that asks for evidence opens with it, or with a reason', () => {
  const asks = 'The order form'
  expect(gateBefore(gated(done, { asks }), { milestoneId: 'live' })).toMatchObject({
    openTasks: 0,
    lacksEvidence: true,
  })
  for (const kind of ['evidence', 'reason'] as const)
    expect(gateBefore(gated(done, { asks, proof: { kind, text: 'Signed' } }), { milestoneId: 'live' })).toBeNull()
})

test('no milestone holds anything back unless it is a gate', () => {
  expect(gateBefore(planRows(), { milestoneId: 'win' })).toBeNull()
})
