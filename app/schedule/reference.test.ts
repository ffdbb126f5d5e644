import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NothingLeft } from '#tests/reference/days.ts'
import { requests, runs } from '#tests/reference/requests.ts'
import { scheduleSlowly } from '#tests/reference/schedule-reference.ts'
import type { ScheduleRequest } from './model.ts'
import { schedule } from './schedule.ts'

/** Both must answer, or both must find that a task has no day left. */
function compare(request: ScheduleRequest): void {
  const result = schedule(request)
  let slow: ReturnType<typeof scheduleSlowly>
  try {
    slow = scheduleSlowly(request)
  } catch (error) {
    if (!(error instanceof NothingLeft)) throw error
    expect(result.ok).toBe(false)
    return
  }
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  expect(result.answer).toEqual(slow)
}

describe('the engine and the day-by-day reference', () => {
  it('agree on plain plans', () => {
    fc.assert(fc.property(requests({ dates: false, actuals: false, sittings: false, points: false }), compare), runs)
  })
  it('agree on plans with points', () => {
    fc.assert(fc.property(requests({ dates: false, actuals: false, sittings: false }), compare), runs)
  })
  it('agree on plans with earliest and latest dates', () => {
    fc.assert(fc.property(requests({ actuals: false, sittings: false }), compare), runs)
  })
  it('agree on plans with everything', () => {
    fc.assert(fc.property(requests(), compare), runs)
  })
})
