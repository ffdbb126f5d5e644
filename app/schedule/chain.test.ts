import { describe, expect, it } from 'vitest'
import { day, plan, task } from '#tests/reference/plans.ts'
import { chainTo, firstOpenTask } from './chain.ts'
import type { ScheduleRequest } from './model.ts'
import { computeSchedule } from './schedule.ts'

const after = (...tasks: string[]) => ({ after: tasks.map((each) => ({ task: each })) })

function computed(request: ScheduleRequest) {
  const result = computeSchedule(request)
  if (!result.ok) throw new Error('The plan is wrong')
  return result.computed
}

const request = plan(
  [
    task('scope', 2, { doneOn: day('2026-06-02') }),
    task('legal', 5, after('scope')),
    task('access', 1, after('scope')),
    task('go-live', 0, after('legal', 'access')),
    task('win', 20, after('go-live')),
  ],
  { finishBy: day('2026-09-01') },
)

describe('the chain to a goal', () => {
  it('leads back from it along what drives it, finished tasks too', () => {
    expect(chainTo(computed(request), 'go-live')).toEqual(['scope', 'legal', 'go-live'])
    expect(chainTo(computed(request), 'elsewhere')).toEqual([])
  })

  it('names what everyone waits for', () => {
    expect(firstOpenTask(computed(request), 'go-live')).toBe('legal')
    expect(firstOpenTask(computed(request), 'scope')).toBeNull()
  })
})
