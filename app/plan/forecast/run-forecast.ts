import type { Computation } from '#app/kit/computations.ts'
import { forecast } from '#app/schedule/forecast.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { defaultSpread } from '#app/schedule/pert.ts'
import type { ForecastGoal, ForecastInput } from './forecast-input.ts'

export type GoalView = {
  kind: ForecastGoal['kind']
  by: IsoDate
  /** The share of runs that keep its day. */
  chance: number
  half: IsoDate | null
  fourInFive: IsoDate | null
  days: { date: IsoDate; runs: number }[]
}

export type ForecastView = { today: IsoDate; runs: number; goals: GoalView[]; deciders: string[] }

/** A task that decides less often than this is not named. */
const leastShare = 0.2
const mostNamed = 3
/** Tasks and links of all runs together, which takes about a second; ten thousand runs of a plan with 2,000 of them. */
const mostWork = 20_000_000
const mostRuns = 10_000

/**
 * The forecast as it is shown: 10,000 runs (fewer of a very large plan) with the plan's own seed, in a worker of the browser as on the server, with the same
 * figures. Null for a plan that the engine refuses. Tasks that decide equally often are told by how uncertain they are.
 */
export function runForecast({ request, goals, spreads, names, seed, today }: ForecastInput): ForecastView | null {
  const size = request.tasks.reduce((sum, { dependsOn }) => sum + 1 + (dependsOn?.length ?? 0), 1)
  const runs = Math.min(mostRuns, Math.ceil(mostWork / size))
  const result = forecast({ plan: request, goals, spreads: new Map(spreads), runs, seed })
  if (!result.ok) return null
  const [first] = result.goals
  const stated = new Map(spreads)
  const named = new Map(names)
  const width = (id: string) => {
    const task = request.tasks.find((it) => it.id === id)
    const spread = stated.get(id) ?? defaultSpread(task?.side ?? 'vendor', task?.durationDays ?? 0)
    return spread.pessimistic - spread.optimistic
  }
  const deciders = (first?.deciders ?? [])
    .map(({ task, share }) => ({ task, share, often: Math.round(share * 20), width: width(task) }))
    .filter(({ share, width: uncertain }) => share >= leastShare && uncertain > 0)
    .sort((a, b) => b.often - a.often || b.width - a.width)
  return {
    today,
    runs: result.runs,
    goals: result.goals.flatMap(({ chance, half, fourInFive, days }, at) => {
      const goal = goals[at]
      return goal ? [{ kind: goal.kind, by: goal.by, chance: chance ?? 0, half, fourInFive, days }] : []
    }),
    deciders: [...new Set(deciders.map(({ task }) => named.get(task) ?? ''))].filter(Boolean).slice(0, mostNamed),
  }
}

/** The forecast on the server, in a thread. */
export const computeForecast = { name: 'forecast', compute: runForecast } satisfies Computation<
  ForecastInput,
  ForecastView | null
>
