import type { DriftView, GoalDrift, MovedDay } from './plan-view.ts'
import { count } from '#app/ui/amount-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { listWords } from '#app/ui/name-words.ts'
import { longDate, shortDate } from '#app/ui/date-words.ts'

/** "2 working days later", "1 working day earlier". */
const movedByWords = (days: number) => `${count(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`

/** "agreed 12 Mar". */
const agreedDay = (agreed: string, today: string) => `agreed ${shortDate(agreed, today)}`

/** The day that was agreed, and how far apart the days are for who listens. @param aloud makes what is only read aloud of its text */
export const agreedDayParts = <Aloud>({ agreed, days }: MovedDay, today: string, aloud: (text: string) => Aloud) =>
  sentenceParts`${agreedDay(agreed, today)}${aloud(`: ${movedByWords(days)}`)}`

/** "agreed 12 Mar, now 16 Mar: 2 working days later". */
export const driftWords = ({ agreed, now, days, done }: MovedDay, today: string): string =>
  `${agreedDay(agreed, today)}, ${done ? 'done' : 'now'} ${shortDate(now, today)}: ${movedByWords(days)}`

function goalWords(name: string, { due, finish }: GoalDrift, today: string): string | null {
  const moved = due ?? finish
  if (!moved) return null
  const how = moved.done ? 'reached ' : due ? '' : 'expected '
  return `${name} ${how}${movedByWords(moved.days)} (${longDate(moved.now, today)})`
}

function taskWords({ later, earlier }: DriftView, goalsHold: boolean): string[] {
  if (later === 0 && earlier === 0) return [goalsHold ? 'all tasks due as agreed' : 'no task’s due date changed']
  const both = [later > 0 ? `${count(later, 'task')} later` : '', earlier > 0 ? `${earlier} earlier` : ''].filter(
    Boolean,
  )
  return later === 0 ? [`${count(earlier, 'task')} earlier`] : both
}

/** "Since 15 June: go-live unchanged, 3 tasks later, 1 earlier." */
export function sinceWords(drift: DriftView, today: string): string {
  const goals = [
    { name: 'go-live', goal: drift.goLive },
    { name: 'first win', goal: drift.win },
  ].flatMap(({ name, goal }) => (goal ? { name, words: goalWords(name, goal, today) } : []))
  const same = goals.filter(({ words }) => words === null).map(({ name }) => name)
  const unchanged = same.length > 0 ? [`${listWords(same)} unchanged`] : []
  const since = `Since ${longDate(drift.since, today)}`
  return `${since}: ${[...unchanged, ...goals.flatMap(({ words }) => words ?? []), ...taskWords(drift, same.length === goals.length)].join(', ')}.`
}
