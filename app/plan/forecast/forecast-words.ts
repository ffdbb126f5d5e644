import { amount } from '#emails/parts/amounts.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { ForecastView, GoalView } from './run-forecast.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { goalNames } from '../core/goal-name-words.ts'

/** What a forecast is. @param runs how many simulations; undefined where there is no forecast */
export const simulationWords = (runs: number | undefined): string =>
  runs === undefined
    ? 'We simulate the plan many times. In each simulation, every open task takes a different time between its best and worst case.'
    : `We simulate the plan ${amount(runs)} times. In each simulation, every open task takes a different time between its best and worst case.`

/** "80% likely to be live by 15 September, 50% by 3 September." */
function datesWords({ kind, half, fourInFive }: GoalView, today: string): string {
  if (kind === 'go-live') {
    if (!half) return 'Fewer than half of the simulations go live. In the rest, a task has no date left to finish on.'
    const even = longDate(half, today)
    if (!fourInFive)
      return `50% likely to be live by ${even}. Fewer than 80% of the simulations go live at all. In the rest, a task has no date left to finish on.`
    return half === fourInFive
      ? `At least 80% likely to be live by ${even}.`
      : `80% likely to be live by ${longDate(fourInFive, today)}, 50% by ${even}.`
  }
  if (!half)
    return 'Fewer than half of the simulations reach the first win. In the rest, a task has no date left to finish on.'
  const even = longDate(half, today)
  if (!fourInFive)
    return `50% likely to reach the first win by ${even}. Fewer than 80% of the simulations reach the first win at all. In the rest, a task has no date left to finish on.`
  return half === fourInFive
    ? `At least 80% likely to reach the first win by ${even}.`
    : `80% likely to reach the first win by ${longDate(fourInFive, today)}, 50% by ${even}.`
}

/** In how many simulations a goal keeps its day: "in 7 of 10"; near the ends in words, since no one knows that well. */
function chanceWords({ kind, by, chance }: GoalView, today: string): string {
  const day = longDate(by, today)
  const tenths = Math.min(9, Math.max(1, Math.round(chance * 10)))
  if (kind === 'go-live') {
    if (chance === 0) return `The target date, ${day}, is not met in any simulation.`
    if (chance === 1) return `The target date, ${day}, is met in all simulations.`
    if (chance < 0.05) return `The target date, ${day}, is met in almost no simulations.`
    if (chance > 0.95) return `The target date, ${day}, is met in almost all simulations.`
    return `The target date, ${day}, is met in ${tenths} of 10 simulations.`
  }
  if (chance === 0) return `The first win’s due date, ${day}, is not met in any simulation.`
  if (chance === 1) return `The first win’s due date, ${day}, is met in all simulations.`
  if (chance < 0.05) return `The first win’s due date, ${day}, is met in almost no simulations.`
  if (chance > 0.95) return `The first win’s due date, ${day}, is met in almost all simulations.`
  return `The first win’s due date, ${day}, is met in ${tenths} of 10 simulations.`
}

/** Which tasks decide most about the day. */
const driversWords = (deciders: readonly string[]): string => `Main drivers: ${capital(listWords(deciders))}.`

/** The forecast in plain words, a paragraph each: the sentence that counts, what belongs to it, the other goal. */
export function forecastWords({ goals, deciders, today }: ForecastView): string[] {
  const [first, ...others] = goals
  if (!first) return []
  const chance = chanceWords(first, today)
  return [
    datesWords(first, today),
    deciders.length > 0 ? `${chance} ${driversWords(deciders)}` : chance,
    ...others.map((goal) => `${datesWords(goal, today)} ${chanceWords(goal, today)}`),
  ]
}

/** What each goal is called in the picture. */
export const forecastGoalNames: Record<GoalView['kind'], string> = { 'go-live': goalNames.goLive, win: goalNames.win }

/** The day by which so many of the simulations reach the goal, in the picture. @param day in words */
export const markWords = (percent: number, day: string): string => `${percent}%: ${day}`

/** What the picture of a goal shows, for everyone who cannot see it: the days of all simulations, how likely some are, the due date. */
export function pictureWords(goal: GoalView, today: string): string {
  const [first, last] = [goal.days[0], goal.days.at(-1)]
  if (!first || !last)
    return goal.kind === 'go-live'
      ? 'Go-live in the simulations: reached in none of them.'
      : 'First win in the simulations: reached in none of them.'
  const [from, to] = [longDate(first.date, today), longDate(last.date, today)]
  const span =
    goal.kind === 'go-live'
      ? `Go-live in the simulations: between ${from} and ${to}.`
      : `First win in the simulations: between ${from} and ${to}.`
  return `${span} ${datesWords(goal, today)} ${chanceWords(goal, today)}`
}

export const computedForecastWords = {
  running: 'Simulating…',
  nothing: 'There is nothing left to forecast.',
}

export const forecastShownWords = {
  details: 'Likelihood by date',
}

export const forecastPageWords = {
  title: mainPageNames.forecast,
  emptyTitle: 'No forecast',
  empty: 'Plans that are won or closed have no forecast, and plans without a goal don’t have one yet.',
}
