import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleChange, sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import type { MilestoneView } from './plan-view.ts'
import { isStageOver } from './shown-tasks.ts'
import { stripMilestones } from '../timeline/milestone-strip.tsx'
import { milestoneWhen, stageWords, planStateWords, taskWhen, taskWhenMore, timelineWords } from './plan-words.ts'
import { cardUrgency, rowUrgency, taskUrgency } from './task-urgency.ts'
import { isRowTall } from './row-height.ts'

const day = (date: string) => date as IsoDate
const today = '2026-06-17'

describe('how much room a task has', () => {
  const urgency = (task: Parameters<typeof sampleTask>[0]) => taskUrgency(sampleTask(task), today)
  it('is words, with the days', () => {
    expect(urgency({ id: 'a', slackDays: 4 })).toEqual({ text: '4 days buffer', tone: 'calm' })
    expect(urgency({ id: 'a', slackDays: 5 }).text).toBe('5 days buffer')
    expect(urgency({ id: 'a', slackDays: 0 })).toEqual({ text: 'no buffer', tone: 'tight' })
  })
  it('is not said while there is more of it than five days', () => {
    expect(urgency({ id: 'a', slackDays: 6 })).toEqual({ text: '', tone: 'calm' })
  })
  it('says when to start, while that is near', () => {
    expect(urgency({ id: 'a', lateStart: day('2026-06-18') }).text).toBe('start by tomorrow')
    expect(urgency({ id: 'a', lateStart: day('2026-06-17') }).text).toBe('start today')
    expect(urgency({ id: 'a', lateStart: day('2026-06-18'), status: 'started', slackDays: 0 }).text).toBe('no buffer')
  })
  it('says by how much it is late and when it is expected instead', () => {
    const late = sampleTask({ id: 'a', slackDays: -3, dueOn: day('2026-06-30'), earlyFinish: day('2026-07-03') })
    expect(taskUrgency(late, today)).toEqual({ text: '3 days late', tone: 'must' })
  })
  it('says in the row of a started task that it is started', () => {
    const started = sampleTask({ id: 'a', status: 'started', slackDays: 4 })
    expect(rowUrgency(started, today)).toEqual({ text: 'started, 4 days buffer', tone: 'calm' })
    expect(rowUrgency({ ...started, status: 'open' }, today).text).toBe('4 days buffer')
  })
  it('says when it runs and by when it must be done, and of a done task when that was', () => {
    const dates = { earlyStart: day('2026-06-22'), earlyFinish: day('2026-06-26'), dueOn: day('2026-07-03') }
    const task = sampleTask({ id: 'a', ...dates })
    expect([taskWhen(task, today), taskWhenMore(task, today)]).toEqual(['22–26 Jun', 'latest 3 Jul'])
    const started = sampleTask({ id: 'a', ...dates, status: 'started', startedOn: day('2026-06-12') })
    expect(taskWhen(started, today)).toBe('12–26 Jun')
    const done = { ...started, status: 'done', doneOn: day('2026-06-16') } as const
    expect([taskWhen(done, today), taskWhenMore(done, today)]).toEqual(['done 16 Jun', ''])
  })
  it('says nothing of what is done', () => {
    expect(urgency({ id: 'a', status: 'done', doneOn: day(today), slackDays: -3 }).text).toBe('')
  })
  it('is a sentence on a card', () => {
    const soon = sampleTask({ id: 'a', dueOn: day('2026-06-18'), lateStart: day('2026-06-18'), slackDays: 0 })
    expect(cardUrgency(soon, today).text).toBe('Due tomorrow, 18 June: start by tomorrow, no buffer.')
    expect(cardUrgency(sampleTask({ id: 'a', slackDays: 5 }), today).text).toBe('Due 30 June, 5 days buffer.')
    expect(cardUrgency(sampleTask({ id: 'a', slackDays: 7 }), today).text).toBe('Due 30 June.')
    const late = sampleTask({ id: 'a', dueOn: day('2026-06-18'), earlyFinish: day('2026-06-22'), slackDays: -2 })
    expect(cardUrgency(late, today).text).toBe('Due tomorrow. Expected 22 June, 2 days late.')
    expect(cardUrgency({ ...late, dueOn: day('2026-06-16') }, today).text).toBe(
      'Was due 16 June. Expected 22 June, 2 days late.',
    )
  })
})

describe('a row', () => {
  const legal = { kind: 'placeholder', id: null, name: 'Halden’s legal' } as const
  const tall = (task: Parameters<typeof sampleTask>[0]) => isRowTall(samplePlan(), sampleTask(task))
  it('is a line higher when its title has no room beside what asks for a name', () => {
    expect(tall({ id: 'a', title: 'Contract at Legal', owner: legal })).toBe(false)
    expect(tall({ id: 'a', title: 'Register Brightline as a vendor', owner: legal })).toBe(true)
    expect(tall({ id: 'a', title: 'Register Brightline as a vendor', changedSinceAgreed: true })).toBe(true)
    expect(tall({ id: 'a', title: 'Register Brightline as a vendor' })).toBe(false)
  })
  it('is a line higher for an owner whose name takes three lines', () => {
    const office = { ...legal, name: 'Halden Foods’ data protection' }
    expect(tall({ id: 'a', title: 'Agree', owner: office, status: 'done' })).toBe(true)
    expect(tall({ id: 'a', title: 'Agree', owner: office, status: 'done', hidden: true })).toBe(false)
  })
  it('is a line higher for a title of three lines', () => {
    expect(tall({ id: 'a', title: 'Connect the software to every one of the machines of all seven plants' })).toBe(true)
  })
})

describe('stages and points', () => {
  it('count what is done', () => {
    expect(stageWords({ stage: 'Purchase', done: 2, total: 5, milestones: [] }, today)).toBe('2 of 5 done')
    const reached = sampleMilestone({ id: 'm', reachedOn: day('2026-06-12') })
    expect(stageWords({ stage: 'Discovery', done: 6, total: 6, milestones: [reached] }, today)).toBe(
      'all 6 done, 12 June',
    )
  })
  it('count the first win apart, which is confirmed and no task', () => {
    const value = (done: number, reachedOn: IsoDate | null) => {
      const milestones = [sampleMilestone({ id: 'win', goal: 'win', reachedOn })]
      const stage = { stage: 'Value' as const, done, total: 2, milestones }
      return [stageWords(stage, today), isStageOver(stage)]
    }
    expect(value(0, null)).toEqual(['0 of 2 done', false])
    expect(value(2, null)).toEqual(['all 2 done, first win not confirmed', false])
    expect(value(1, day('2026-06-12'))).toEqual(['1 of 2 done', false])
    expect(value(2, day('2026-06-12'))).toEqual(['all 2 done, 12 June', true])
  })
  it('say what evidence is missing, and are not over without it', () => {
    const asks = (proof: MilestoneView['exit']) => ({
      stage: 'Purchase' as const,
      done: 2,
      total: 2,
      milestones: [sampleMilestone({ id: 'm', exit: proof, reachedOn: proof?.proof ? day('2026-06-12') : null })],
    })
    const missing = asks({ asks: 'The order form', proof: null })
    expect([stageWords(missing, today), isStageOver(missing)]).toEqual(['all 2 done, evidence missing', false])
    const given = asks({ asks: 'The order form', proof: { kind: 'reason', text: 'Agreed by phone' } })
    expect([stageWords(given, today), isStageOver(given)]).toEqual(['all 2 done, 12 June', true])
  })
  it('say when they are expected, once they cannot be met', () => {
    expect(milestoneWhen(sampleMilestone({ id: 'm' }), today)).toBe('3 Jul')
    const late = { id: 'm', late: true, bufferDays: -3 }
    expect(milestoneWhen(sampleMilestone({ ...late, expected: day('2026-07-08') }), today)).toBe(
      '3 Jul, expected 8 Jul, 3 days late',
    )
    const tasks = [
      sampleTask({ id: 'a', slackDays: -21 }),
      sampleTask({ id: 'b', slackDays: -1, status: 'done' }),
      sampleTask({ id: 'c', slackDays: 2 }),
    ]
    expect(milestoneWhen(sampleMilestone({ ...late, tasks }), today)).toBe('3 Jul, 1 task late')
  })
})

describe('the plan as a whole', () => {
  it('says whether both sides stand by it', () => {
    expect(planStateWords(samplePlan())).toBe('Faster month-end close · draft, not yet agreed')
    expect(planStateWords(samplePlan({ state: 'agreed', agreedOn: day('2026-06-15') }))).toBe(
      'Faster month-end close · agreed by both sides on 15 June',
    )
  })
  it('says whether someone changed the terms since, or only dates have moved', () => {
    const agreed = { state: 'agreed', agreedOn: day('2026-06-15') } as const
    const moved = { since: day('2026-06-15'), goLive: null, win: null, later: 1, earlier: 0 }
    const since = (change: object) => planStateWords(samplePlan({ ...agreed, ...change }))
    expect(since({ drift: moved })).toMatch(/on 15 June, dates have moved since$/)
    expect(since({ drift: moved, changedSinceAgreed: [sampleChange()] })).toMatch(/on 15 June, changed since$/)
    expect(planStateWords(samplePlan({ ...agreed, drift: { ...moved, later: 0 } }))).toMatch(/on 15 June$/)
  })
  it('has its timeline in sentences', () => {
    expect(timelineWords(samplePlan())).toBe('Timeline. Today is 17 June, the target date 15 September.')
  })
  it('keeps the day of a milestone apart from a number at the end of its title', () => {
    const milestones = [sampleMilestone({ id: 'm', title: 'Phase 2' })]
    const stages = [{ stage: 'Purchase' as const, done: 0, total: 1, milestones }]
    expect(timelineWords(samplePlan({ stages }))).toContain('1 milestone: Phase 2 (3 Jul).')
  })
  it('keeps both goals and the nearest points on a phone', () => {
    const point = (id: string, reachedOn?: string) =>
      sampleMilestone({ id, ...(reachedOn ? { reachedOn: day(reachedOn) } : {}) })
    const milestones = [
      point('a', '2026-06-01'),
      point('b', '2026-06-08'),
      point('c'),
      point('d'),
      point('e'),
      sampleMilestone({ id: 'live', goal: 'go-live' }),
      sampleMilestone({ id: 'win', goal: 'win' }),
    ]
    expect(stripMilestones(milestones).map(({ id }) => id)).toEqual(['b', 'c', 'd', 'live', 'win'])
  })
})
