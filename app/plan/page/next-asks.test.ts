import { describe, expect, it } from 'vitest'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { planLinks } from '#app/kit/paths.ts'
import { type AskedBesides, nextAsks } from './next-asks.ts'

const nobody = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
const tasks = [
  sampleTask({ id: 'a', side: 'customer', owner: nobody }),
  sampleTask({ id: 'b', side: 'both', owner: null }),
  sampleTask({ id: 'c', side: 'vendor', owner: null }),
  sampleTask({ id: 'd', side: 'customer', owner: null, status: 'done', doneOn: day('2026-06-16') }),
  sampleTask({ id: 'e', side: 'customer' }),
]
const agreement = {
  name: 'Priya Raman',
  side: 'customer',
  on: day('2026-06-15'),
  termsVersion: 3,
  current: true,
} as const

const asksOf = (more: Partial<PlanView> = {}, besides: Partial<Omit<AskedBesides, 'plan' | 'links'>> = {}) => {
  const plan = samplePlan({
    stages: [{ stage: 'Purchase', done: 0, total: 5, milestones: [sampleMilestone({ id: 'm', tasks })] }],
    agreements: [agreement],
    ...more,
  })
  const asked = { plan, links: planLinks(plan.id), heard: [], mayConfirm: false, ...besides }
  return nextAsks(asked).map(({ text }) => text)
}
const asRole = (role: string, side: 'vendor' | 'customer' = 'customer') => ({
  ...samplePlan().viewer,
  role,
  side,
  may: { ...samplePlan().viewer.may, agree: false },
})

describe('what waits for a reader besides tasks', () => {
  it('are owners of the own side’s open tasks, for its champion or lead alone', () => {
    expect(asksOf()).toEqual(['Assign owners to 2 tasks'])
    expect(asksOf({ viewer: asRole('lead', 'vendor') })).toEqual(['Assign owners to 2 tasks'])
    expect(asksOf({ viewer: asRole('contributor') })).toEqual([])
  })
  it('is what was sold: points to settle, and deliveries to accept', () => {
    const settled = { sold: { points: 0, toAccept: 0 } }
    expect(asksOf({}, settled)).toEqual(asksOf())
    expect(asksOf({}, { sold: { points: 1, toAccept: 0 } })).toContain('Settle 1 open point in what was sold')
    expect(asksOf({}, { sold: { points: 0, toAccept: 2 } })).toContain('Accept what was delivered (2)')
  })
  it('is a handoff to answer, also on a plan that is over, or the questions with which it came back', () => {
    const answer = { handoff: { kind: 'answer', by: 'Sam Ortiz' } } as const
    const accept = 'Accept this plan, or send it back with questions'
    expect(asksOf({}, answer)[0]).toBe(accept)
    expect(asksOf({ state: 'won' }, answer)).toEqual([accept])
    expect(asksOf({}, { handoff: { kind: 'sent back', by: 'Lena Fors' } })).toContain(
      'Read why the handoff was sent back',
    )
  })
  it('is what the reference asks of its champion once the plan is won, and not before', () => {
    const call = { id: 'call', text: 'Sam Ortiz asks for a reference call', path: '/plans/p/calls', words: '' }
    expect(asksOf({ state: 'won' }, { referenceAsks: [call] })).toEqual([call.text])
    expect(asksOf({}, { referenceAsks: [call] })).not.toContain(call.text)
  })
  it('is another day for an own task whose promised day has passed', () => {
    const promised = (task: Partial<TaskView>) => {
      const own = sampleTask({ id: 'a', title: 'Contract', mine: true, promisedOn: day('2026-06-16'), ...task })
      const milestones = [sampleMilestone({ id: 'm', tasks: [own] })]
      return asksOf({ stages: [{ stage: 'Purchase', done: 0, total: 1, milestones }] })
    }
    expect(promised({})).toEqual(['Promise a new date for “Contract”'])
    expect(promised({ promisedOn: day('2026-06-17') }), 'today').toEqual([])
    expect(promised({ mine: false }), 'someone else’s').toEqual([])
  })
  it('is a result that the reader was asked to approve, until it is answered', () => {
    const approver = { kind: 'participant', id: samplePlan().viewer.id, name: 'Priya Raman' } as const
    const asked = { asks: 'approval', approver, given: null, isAsked: true } as const
    const withResult = (result: TaskView['result'], more: Partial<TaskView> = {}) =>
      asksOf({
        stages: [
          {
            stage: 'Purchase',
            done: 0,
            total: 1,
            milestones: [
              sampleMilestone({ id: 'm', tasks: [sampleTask({ id: 'a', title: 'Contract', result, ...more })] }),
            ],
          },
        ],
      })
    expect(withResult(asked)).toEqual(['Approve “Contract”'])
    expect(withResult({ ...asked, isAsked: false })).toEqual([])
    expect(withResult({ ...asked, given: 'Priya Raman' })).toEqual([])
    expect(withResult({ ...asked, approver: { ...approver, id: 'another' } })).toEqual([])
    expect(withResult(asked, { hidden: true })).toEqual([])
  })
  it('is the agreement until the reader’s side agrees to the plan as it is', () => {
    expect(asksOf({ agreements: [] })).toContain('Review the plan and agree')
    expect(asksOf({ agreements: [{ ...agreement, current: false }] })).toContain('Review the plan and agree')
    expect(asksOf({ agreements: [], viewer: asRole('contributor') })).toEqual([])
  })
  it('is the calendar while no one has checked it, and what was heard from the reader', () => {
    expect(
      asksOf(
        { calendarFrom: 'workspace' },
        {
          heard: [
            { mine: true, confirmedOn: null },
            { mine: false, confirmedOn: null },
          ],
        },
      ),
    ).toEqual(['Review what we heard from you', 'Check the calendar', 'Assign owners to 2 tasks'])
  })
  it('is the result of the first win from two weeks before it is due', () => {
    const near = 'Report how the first win went'
    expect(asksOf({ today: day('2026-10-15') }, { mayConfirm: true })).not.toContain(near)
    expect(asksOf({ today: day('2026-10-16') }, { mayConfirm: true })).toContain(near)
    expect(asksOf({ today: day('2026-10-16') })).not.toContain(near)
  })
  it('is the result when the vendor asks for it, and on the day that the customer chose, not before', () => {
    const report = 'Report how the first win went'
    const asked = { kind: 'asked', text: null, by: 'Ana Lind' } as const
    const notYet = { kind: 'not yet', text: 'Two plants are missing.', by: 'Priya Raman' } as const
    expect(asksOf({}, { mayConfirm: true, answer: asked })).toContain(report)
    const later = { answer: notYet, measureOn: day('2026-11-20') }
    expect(asksOf({ today: day('2026-11-19') }, { mayConfirm: true, ...later })).not.toContain(report)
    expect(asksOf({ today: day('2026-11-20') }, { mayConfirm: true, ...later })).toContain(report)
  })
  it('is why not yet for the lead until that day, and then to ask, unless they have', () => {
    const lead = { viewer: asRole('lead', 'vendor') }
    const notYet = { kind: 'not yet', text: 'Two plants are missing.', by: 'Priya Raman' } as const
    const later = { answer: notYet, measureOn: day('2026-11-20') }
    const why = 'Read why the first win has not happened yet'
    const ask = 'Ask for the result of the first win'
    expect(asksOf({ ...lead, today: day('2026-11-19') }, later)).toContain(why)
    expect(asksOf({ viewer: asRole('team', 'vendor'), today: day('2026-11-19') }, later)).not.toContain(why)
    expect(asksOf({ ...lead, today: day('2026-11-20') }, later)).not.toContain(why)
    expect(asksOf({ ...lead, today: day('2026-11-21') }, later)).toContain(ask)
    const asked = { kind: 'asked', text: null, by: 'Ana Lind' } as const
    expect(asksOf({ ...lead, today: day('2026-11-21') }, { ...later, answer: asked })).not.toContain(ask)
  })
  it('is not what was heard from someone else, or is confirmed', () => {
    const heard = [
      { mine: false, confirmedOn: null },
      { mine: true, confirmedOn: '2026-06-16' },
    ]
    expect(asksOf({}, { heard })).not.toContain('Review what we heard from you')
  })
  it('is nothing once the plan is over', () => {
    for (const over of [{ state: 'won' }, { state: 'lost' }, { archived: true }] as const)
      expect(asksOf({ ...over, agreements: [], today: day('2026-10-29') }, { mayConfirm: true })).toEqual([])
  })
})
