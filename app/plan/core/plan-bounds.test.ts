import { describe, expect, test } from 'vitest'
import { bounds } from '#app/kit/limits.ts'
import { day, plainMilestone, planRows, row } from '#tests/samples/plan-rows.ts'
import type { PlanRows, TaskRow } from './compute-plan.ts'
import { beyondBounds, countSittingDays, endsTooLate } from './plan-bounds.ts'
import type { SittingRule } from '../sittings/sittings.ts'

const today = day('2026-06-17')
const withTasks = (tasks: TaskRow[]): PlanRows => ({ ...planRows(), tasks })
const many = (count: number, task: Partial<TaskRow> = {}) =>
  Array.from({ length: count }, (_, at) => ({ ...row(`t${at}`, 'ready'), ...task }))
const links = (count: number, lagDays = 0) =>
  Array.from({ length: count }, (_, at) => ({ task: `t${at}`, lagDays, type: 'FS' as const }))
const fieldsOf = (before: PlanRows | null, after: PlanRows) =>
  beyondBounds(before, after, today).map(({ field }) => field)
const daily: SittingRule = {
  every: 'week',
  weekdays: [1, 2, 3, 4, 5],
  weeks: 1,
  from: null,
  name: null,
  notIn: [],
  notOn: [],
}

describe('what a plan may hold', () => {
  test('is exactly what the limits say', () => {
    expect(fieldsOf(null, withTasks(many(bounds.tasks)))).toEqual([])
    expect(fieldsOf(null, withTasks(many(bounds.tasks + 1)))).toEqual(['tasks'])
    const milestones = Array.from({ length: bounds.milestones + 1 }, (_, at) => ({
      id: `m${at}`,
      stage: 'Rollout' as const,
      position: at,
      title: '',
      ...plainMilestone,
    }))
    expect(fieldsOf(null, { ...planRows(), milestones })).toEqual(['milestones'])
    expect(fieldsOf(null, { ...planRows(), milestones: milestones.slice(1) })).toEqual([])
  })

  test('counts links, durations and lags per task', () => {
    const one = (task: Partial<TaskRow>) => fieldsOf(null, withTasks(many(1, task)))
    expect(one({ dependsOn: links(bounds.links), durationDays: bounds.workingDays })).toEqual([])
    expect(one({ dependsOn: links(bounds.links + 1) })).toEqual(['dependsOn'])
    expect(one({ durationDays: bounds.workingDays + 1 })).toEqual(['durationDays'])
    expect(one({ dependsOn: links(1, bounds.workingDays + 1) })).toEqual(['dependsOn'])
    expect(one({ dependsOn: links(1, -bounds.workingDays - 1) })).toEqual(['dependsOn'])
  })

  test('counts the days on which tasks can be finished over the whole plan, beside the rule that was too much', () => {
    const perTask = countSittingDays(withTasks(many(1, { sittings: daily })), today)
    const fits = Math.floor(bounds.sittingDays / perTask)
    const full = withTasks(many(fits, { sittings: daily }))
    expect(fieldsOf(null, full)).toEqual([])
    const over = withTasks([...full.tasks, { ...row('last', 'ready'), sittings: daily }])
    expect(beyondBounds(full, over, today)).toMatchObject([{ task: 'last', field: 'sittings' }])
  })

  test('leaves what was larger before as it is, or smaller, and lets it grow no further', () => {
    const large = withTasks(many(bounds.tasks + 9, { dependsOn: links(30), durationDays: 9_000 }))
    expect(fieldsOf(large, large)).toEqual([])
    expect(fieldsOf(large, withTasks(large.tasks.slice(1)))).toEqual([])
    expect(fieldsOf(large, withTasks([...large.tasks, row('more', 'ready')]))).toEqual(['tasks'])
    const [first, ...others] = large.tasks
    if (!first) throw new Error('no task')
    expect(fieldsOf(large, withTasks([{ ...first, dependsOn: links(29), durationDays: 8_000 }, ...others]))).toEqual([])
    expect(fieldsOf(large, withTasks([{ ...first, dependsOn: links(31) }, ...others]))).toEqual(['dependsOn'])
    expect(fieldsOf(large, withTasks([{ ...first, durationDays: 9_001 }, ...others]))).toEqual(['durationDays'])
  })

  test('ends within twenty years, unless it did not before', () => {
    const never = () => null
    expect(endsTooLate(day('2046-12-31'), never, today)).toEqual([])
    expect(endsTooLate(day('2047-01-01'), never, today)).toMatchObject([
      { message: expect.stringContaining('in 2047') },
    ])
    expect(endsTooLate(day('2047-01-01'), () => day('2050-01-01'), today)).toEqual([])
    expect(endsTooLate(null, never, today)).toEqual([])
  })
})
