import { numberAt } from './number-at.ts'
import { drivingChain } from './critical-path.ts'
import { dateOf, dayOf, lastDay } from './dates.ts'
import type { EarlyDates } from './walk-forward.ts'
import { emptyDates, noMoment, walkForward } from './walk-forward.ts'
import type { ScheduleFault, IsoDate, ScheduleRequest } from './model.ts'
import { maxDays, sides } from './model.ts'
import type { Network } from './network.ts'
import { compileNetwork } from './network.ts'
import type { Spread } from './pert.ts'
import { defaultSpread, pertTable, slotOf } from './pert.ts'
import { randomBits } from './random-bits.ts'
import { doneStatus } from './task-table.ts'

/** The input of a forecast: the goals, how long tasks may take, and the seed that makes it repeatable. */
export type ForecastRequest = {
  readonly plan: ScheduleRequest
  /** A point or task to be reached, by a day if there is one. */
  readonly goals: readonly { readonly task: string; readonly by?: IsoDate | null }[]
  /** By task id; a task left out gets a plain default. Finished tasks and points have none. */
  readonly spreads?: ReadonlyMap<string, Spread>
  readonly runs?: number
  readonly seed?: number
}

export type GoalForecast = {
  task: string
  /** The share of runs that reach it by its day, 0 to 1; null without a day. */
  chance: number | null
  /** The day by which half of the runs reach it, and four in five; null when they do not reach it at all. */
  half: IsoDate | null
  fourInFive: IsoDate | null
  /** How many runs reach it on each day, early to late. */
  days: { date: IsoDate; runs: number }[]
  /** Unfinished tasks on the chain that decides when it is reached, by the share of runs, most often first. */
  deciders: { task: string; share: number }[]
}

export type ForecastResult = { ok: true; runs: number; goals: GoalForecast[] } | { ok: false; faults: ScheduleFault[] }

/** The day of a goal that a run never reaches. */
const never = lastDay + 1

/**
 * Computes a plan over and over with durations drawn from each task's spread, by the engine's own walk forward. The same
 * request and seed give the same forecast.
 */
export function forecast({ plan, goals, spreads, runs = 10_000, seed = 1 }: ForecastRequest): ForecastResult {
  const { network, faults } = compileNetwork(plan)
  if (!network) return { ok: false, faults: faults.list }
  const dates = emptyDates(network.size)
  walkForward(network, network.tasks.duration, dates, faults)
  const places = new Map(network.tasks.ids.map((id, place) => [id, place]))
  goals.forEach((goal, i) => {
    if (!places.has(goal.task)) faults.add(null, `goals[${i}].task`, `There is no task with the id ${goal.task}.`)
  })
  for (const [id, spread] of spreads ?? []) if (!isSpread(spread)) faults.add(id, 'spread', unsound)
  if (faults.list.length > 0) return { ok: false, faults: faults.list }
  const ends = goals.map((goal) => places.get(goal.task) ?? 0)
  const draws = durationDraws(network, spreads)
  const counts = simulate(network, dates, draws, ends, runs, randomBits(seed))
  return { ok: true, runs, goals: goals.map((goal, i) => summary(network, goal, counts[i], runs)) }
}

const unsound = 'A spread must be optimistic ≤ likely ≤ pessimistic, from 0 to 10,000 working days.'

function isSpread({ optimistic, likely, pessimistic }: Spread): boolean {
  return 0 <= optimistic && optimistic <= likely && likely <= pessimistic && pessimistic <= maxDays
}

/** The tasks whose durations are uncertain, each with its table of durations; equal spreads share one. */
function durationDraws(network: Network, spreads: ForecastRequest['spreads']): { task: number; table: Uint16Array }[] {
  const tables = new Map<string, Uint16Array>()
  const { ids, side, duration, status } = network.tasks
  return ids.flatMap((id, task) => {
    if (numberAt(duration, task) === 0 || numberAt(status, task) === doneStatus) return []
    const spread = spreads?.get(id) ?? defaultSpread(sides[numberAt(side, task)] ?? 'vendor', numberAt(duration, task))
    const key = `${spread.optimistic} ${spread.likely} ${spread.pessimistic}`
    const table = tables.get(key) ?? pertTable(spread)
    tables.set(key, table)
    return [{ task, table }]
  })
}

/** By goal: the day each run reaches it, and how often each task was on the chain that decided. */
type Counts = { days: Int32Array; decided: Int32Array }

function simulate(
  network: Network,
  dates: EarlyDates,
  draws: { task: number; table: Uint16Array }[],
  ends: readonly number[],
  runs: number,
  bits: () => number,
): Counts[] {
  const durations = network.tasks.duration.slice()
  const noSlack = new Int32Array(network.size)
  const counts = ends.map(() => ({ days: new Int32Array(runs), decided: new Int32Array(network.size) }))
  for (let run = 0; run < runs; run++) {
    for (const { task, table } of draws) durations[task] = table[slotOf(bits())] ?? 1
    walkForward(network, durations, dates, null)
    counts.forEach(({ days, decided }, goal) => {
      const end = ends[goal] ?? 0
      const moment = numberAt(dates.finish, end)
      days[run] = moment === noMoment ? never : moment >> 1
      if (moment === noMoment) return
      for (const task of drivingChain(network, durations, dates, noSlack, end))
        decided[task] = numberAt(decided, task) + 1
    })
  }
  return counts
}

function summary(
  network: Network,
  goal: ForecastRequest['goals'][number],
  counts: Counts | undefined,
  runs: number,
): GoalForecast {
  const days = (counts?.days ?? new Int32Array(0)).toSorted()
  const by = goal.by ? dayOf(goal.by) : null
  const tally = new Map<number, number>()
  for (const day of days) if (day !== never) tally.set(day, (tally.get(day) ?? 0) + 1)
  const { ids, duration, status } = network.tasks
  const deciders = ids
    .map((task, place) => ({ task, place, share: numberAt(counts?.decided ?? duration, place) / runs }))
    .filter(({ place, share }) => share > 0 && numberAt(duration, place) > 0 && numberAt(status, place) !== doneStatus)
    .sort((a, b) => b.share - a.share || a.place - b.place)
  return {
    task: goal.task,
    chance: by === null ? null : days.filter((day) => day <= by).length / runs,
    half: dateReached(days, 0.5),
    fourInFive: dateReached(days, 0.8),
    days: [...tally].map(([day, count]) => ({ date: dateOf(day), runs: count })),
    deciders: deciders.map(({ task, share }) => ({ task, share })),
  }
}

/** The first day by which at least this share of the runs, sorted, are there. */
function dateReached(days: Int32Array, share: number): IsoDate | null {
  const day = days[Math.max(0, Math.ceil(days.length * share) - 1)]
  return day === undefined || day === never ? null : dateOf(day)
}
