import { capital, listWords, longDate } from '#app/ui/words.ts'
import type { ForecastView, GoalView } from './run-forecast.ts'

/** "in 7 of 10 runs"; near the ends in words, since nobody knows that well. */
function shareWords(share: number): string {
  if (share === 0) return 'in no run'
  if (share === 1) return 'in every run'
  if (share < 0.05) return 'in hardly any run'
  if (share > 0.95) return 'in nearly every run'
  return `in ${Math.min(9, Math.max(1, Math.round(share * 10)))} of 10 runs`
}

/** "8 in 10 runs of this plan are live by 15 September; half by 3 September." */
function datesWords({ kind, half, fourInFive }: GoalView, today: string, isFirst: boolean): string {
  const runs = isFirst ? 'runs of this plan' : 'runs'
  const there = kind === 'go-live' ? 'are live' : 'reach the first win'
  const spent = 'no day is left on which a task could be finished'
  if (!half)
    return `More than half of the ${runs} never ${kind === 'go-live' ? 'go live' : 'reach the first win'}: ${spent}.`
  if (!fourInFive) return `Half of the ${runs} ${there} by ${longDate(half, today)}; too many never do, since ${spent}.`
  return half === fourInFive
    ? `At least 8 in 10 ${runs} ${there} by ${longDate(half, today)}.`
    : `8 in 10 ${runs} ${there} by ${longDate(fourInFive, today)}; half by ${longDate(half, today)}.`
}

function chanceWords({ kind, by, chance }: GoalView, today: string): string {
  const what = kind === 'go-live' ? 'The critical date' : 'The day of the first win'
  return `${what}, ${longDate(by, today)}, is kept ${shareWords(chance)}.`
}

/** The forecast in plain words, a paragraph each: the sentence that counts, what belongs to it, the other goal. */
export function forecastWords({ goals, deciders, today }: ForecastView): string[] {
  const [first, ...others] = goals
  if (!first) return []
  const names = deciders.map((name, at) => (at === 0 ? capital(name) : name)).join(', ')
  const often = names ? ` What decides it most often: ${names}.` : ''
  return [
    datesWords(first, today, true),
    `${chanceWords(first, today)}${often}`,
    ...others.map((goal) => `${datesWords(goal, today, false)} ${chanceWords(goal, today)}`),
  ]
}

/** What the picture of a goal shows, for everybody who cannot see it. */
export function pictureWords({ kind, days, by, chance, half, fourInFive }: GoalView, today: string): string {
  const name = kind === 'go-live' ? 'Go-live' : 'First win'
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return `${name}: reached in no run.`
  const marks = [half && `half by ${longDate(half, today)}`, fourInFive && `8 in 10 by ${longDate(fourInFive, today)}`]
  const span = `between ${longDate(first.date, today)} and ${longDate(last.date, today)}`
  return `${name} in the runs: ${listWords([span, ...marks.flatMap((it) => it ?? [])])}. ${longDate(by, today)} is kept ${shareWords(chance)}.`
}
