import { amount } from '#emails/parts/amounts.ts'
import { capital, listWords } from '#app/ui/name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { ForecastView, GoalView } from './run-forecast.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { goalNames } from '../core/goal-name-words.ts'

/** What a forecast is. @param runs how many simulations; undefined where there is no forecast */
export const simulationWords = (runs: number | undefined): string =>
  runs === undefined
    ? 'We simulate the plan many times. In each simulation, every open task takes a different time between its best and worst case.'
    : `We simulate the plan ${amount(runs)} times. In each simulation, every open task takes a different time between its best and worst case.`

/** "in 7 of 10 simulations"; near the ends in words, since no one knows that well. */
function shareWords(share: number): string {
  if (share === 0) return 'in no simulations'
  if (share === 1) return 'in all simulations'
  if (share < 0.05) return 'in almost no simulations'
  if (share > 0.95) return 'in almost all simulations'
  return `in ${Math.min(9, Math.max(1, Math.round(share * 10)))} of 10 simulations`
}

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

const chanceWords = ({ kind, by, chance }: GoalView, today: string): string =>
  kind === 'go-live'
    ? `The target date, ${longDate(by, today)}, is met ${shareWords(chance)}.`
    : `The first win’s due date, ${longDate(by, today)}, is met ${shareWords(chance)}.`

/** The forecast in plain words, a paragraph each: the sentence that counts, what belongs to it, the other goal. */
export function forecastWords({ goals, deciders, today }: ForecastView): string[] {
  const [first, ...others] = goals
  if (!first) return []
  const names = deciders.map((name, at) => (at === 0 ? capital(name) : name)).join(', ')
  const often = names ? ` Main drivers: ${names}.` : ''
  return [
    datesWords(first, today),
    `${chanceWords(first, today)}${often}`,
    ...others.map((goal) => `${datesWords(goal, today)} ${chanceWords(goal, today)}`),
  ]
}

/** What each goal is called in the picture. */
export const forecastGoalNames: Record<GoalView['kind'], string> = { 'go-live': goalNames.goLive, win: goalNames.win }

/** The day by which so many of the simulations reach the goal, in the picture. @param day in words */
export const markWords = (percent: number, day: string): string => `${percent}%: ${day}`

/** What the picture of a goal shows, for everyone who cannot see it. */
export function pictureWords({ kind, days, by, chance, half, fourInFive }: GoalView, today: string): string {
  const name = forecastGoalNames[kind]
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return `${name}: reached in no simulations.`
  const marks = [half && `50% by ${longDate(half, today)}`, fourInFive && `80% by ${longDate(fourInFive, today)}`]
  const span = `between ${longDate(first.date, today)} and ${longDate(last.date, today)}`
  return `${name} in the simulations: ${listWords([span, ...marks.flatMap((it) => it ?? [])])}. ${longDate(by, today)} is met ${shareWords(chance)}.`
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
  plan: mainPageNames.plan,
  emptyTitle: 'No forecast',
  empty: 'Plans that are won or closed have no forecast, and plans without a goal don’t have one yet.',
}
