import type { IsoDate, ScheduleRequest } from '#app/schedule/model.ts'
import type { Spread } from '#app/schedule/pert.ts'
import { cutRows, isHiddenFrom } from '../core/cut-rows.ts'
import { goalsOf, reachedOn, requestFor } from '../core/compute-plan.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { bareName } from '../core/task-name.ts'
import type { Sight } from '#app/policy/policy.ts'
import { hasEnded } from '../core/stages.ts'

export type ForecastGoal = { kind: 'go-live' | 'win'; task: string; by: IsoDate }

/** Everything that a forecast is computed from, for a worker as for the server: plain data. */
export type ForecastInput = {
  request: ScheduleRequest
  goals: ForecastGoal[]
  /** By id of a task. */
  spreads: [string, Spread][]
  /** What a reader calls each task. */
  names: [string, string][]
  seed: number
  today: IsoDate
}

/** The days that a task takes at best and at worst, where someone said so. */
export type StoredSpreads = ReadonlyMap<string, { optimistic: number; pessimistic: number }>

/**
 * What the vendor's forecast is computed from. Of the customer's private tasks it holds the days, as the plan does, and never
 * the spread: there the plain default stands. Null where nothing is left to foresee.
 * @param reader whose names the tasks get; the figures are the vendor's for both
 */
export function forecastInput(
  rows: StoredRows,
  stored: StoredSpreads,
  today: IsoDate,
  reader: Sight = 'vendor',
): ForecastInput | null {
  const { plan, milestones } = rows
  if (hasEnded(plan)) return null
  const { goLive, win } = goalsOf(milestones)
  const all: ForecastGoal[] = [
    ...(goLive ? [{ kind: 'go-live', task: goLive, by: plan.criticalDate } as const] : []),
    ...(win ? [{ kind: 'win', task: win, by: plan.winBy } as const] : []),
  ]
  const goals = all.filter(({ task }) => reachedOn(rows, task) === null)
  if (goals.length === 0) return null
  const shown = cutRows(rows, 'vendor')
  // The cut keeps the order of tasks, and gives some of them another id.
  const pairs = shown.tasks.flatMap((cut, at) => {
    const task = rows.tasks[at]
    return task ? [{ cut, task }] : []
  })
  return {
    request: requestFor(shown, today),
    goals,
    spreads: pairs.flatMap(({ cut, task }): [string, Spread][] => {
      const spread = isHiddenFrom(task, 'vendor') ? undefined : stored.get(task.id)
      return spread ? [[cut.id, { ...spread, likely: task.durationDays }]] : []
    }),
    names: pairs.map(({ cut, task }) => [cut.id, bareName({ plan, sight: reader }, task)]),
    seed: seedOf(`${plan.id} ${plan.termsVersion}`),
    today,
  }
}

/** The same plan and terms give the same draws (FNV-1a), no matter who asks or where it is computed. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash | 0
}
