import { describe, expect, it } from 'vitest'
import { answerTo, day, plan, task } from '#tests/reference/plans.ts'
import { forecast } from './forecast.ts'
import type { ForecastRequest } from './forecast.ts'
import { defaultSpread, pertTable } from './pert.ts'

const after = (...tasks: string[]) => ({ after: tasks.map((each) => ({ task: each })) })
const certain = (days: number) => ({ optimistic: days, likely: days, pessimistic: days })

const tasks = [
  task('scope', 2, { doneOn: day('2026-06-02') }),
  task('legal', 10, { ...after('scope'), side: 'customer' }),
  task('access', 3, after('scope')),
  task('go-live', 0, after('legal', 'access')),
]
const request: ForecastRequest = {
  plan: plan(tasks, { today: day('2026-06-03') }),
  goals: [{ task: 'go-live', by: day('2026-06-22') }],
}

function goal(asked: ForecastRequest) {
  const result = forecast(asked)
  const first = result.ok ? result.goals[0] : undefined
  if (!first) throw new Error('There is no forecast')
  return first
}

describe('a forecast', () => {
  it('is the engine’s own date when nothing is uncertain', () => {
    const spreads = new Map(tasks.map(({ id, durationDays }) => [id, certain(durationDays)]))
    const finish = answerTo(request.plan).row('go-live').earlyFinish
    expect(goal({ ...request, spreads })).toMatchObject({
      chance: 1,
      half: finish,
      fourInFive: finish,
      days: [{ date: finish, runs: 10_000 }],
      deciders: [{ task: 'legal', share: 1 }],
    })
  })

  it('repeats itself with the same seed, and differs with another', () => {
    expect(forecast(request)).toEqual(forecast(request))
    expect(forecast({ ...request, seed: 2 })).not.toEqual(forecast(request))
  })

  it('tells chance, dates and what decides', () => {
    const { chance, half, fourInFive, deciders, days } = goal(request)
    expect(chance).toBeGreaterThan(0.6)
    expect(chance).toBeLessThan(0.95)
    expect(String(half) <= String(fourInFive)).toBe(true)
    expect(deciders[0]).toEqual({ task: 'legal', share: 1 })
    expect(days.reduce((sum, { runs }) => sum + runs, 0)).toBe(10_000)
  })

  it('shares the decision among tasks that are as long', () => {
    const even = [task('a', 10), task('b', 10), task('go-live', 0, after('a', 'b'))]
    const { deciders } = goal({ plan: plan(even), goals: [{ task: 'go-live' }] })
    for (const { share } of deciders) expect(share).toBeGreaterThan(0.3)
  })

  it('keeps sittings: a day is reached or the next is', () => {
    const sittings = ['2026-06-12', '2026-06-26'].map(day)
    const gate = plan([task('a', 8), task('gate', 1, { ...after('a'), sittings })])
    const { days } = goal({ plan: gate, goals: [{ task: 'gate' }] })
    expect(days.map(({ date }) => date)).toEqual(sittings)
  })

  it('counts runs in which no sitting is left as never reached', () => {
    const gate = plan([
      task('a', 9, { side: 'customer' }),
      task('gate', 1, { ...after('a'), sittings: [day('2026-06-12')] }),
    ])
    const { chance, fourInFive } = goal({ plan: gate, goals: [{ task: 'gate', by: day('2026-12-31') }] })
    expect(chance).toBeLessThan(0.7)
    expect(fourInFive).toBeNull()
  })

  it('tells what is wrong', () => {
    const spreads = new Map([['legal', { optimistic: 5, likely: 4, pessimistic: 6 }]])
    expect(forecast({ ...request, goals: [{ task: 'x' }], spreads })).toMatchObject({
      ok: false,
      faults: [{ field: 'goals[0].task' }, { task: 'legal', field: 'spread' }],
    })
  })
})

describe('the PERT-beta distribution', () => {
  it('has the mean (a + 4m + b) / 6', () => {
    const table = pertTable({ optimistic: 100, likely: 160, pessimistic: 400 })
    expect(table.reduce((sum, days) => sum + days, 0) / table.length).toBeCloseTo((100 + 640 + 400) / 6, 0)
    expect(Math.min(...table)).toBeGreaterThanOrEqual(100)
    expect(Math.max(...table)).toBeLessThanOrEqual(400)
  })

  it('takes a day at least', () => {
    expect(Math.min(...pertTable(defaultSpread('vendor', 1)))).toBe(1)
  })
})
