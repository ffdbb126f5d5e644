import type { DriftView, GoalDrift, MovedDay } from './plan-view.ts'
import { count } from '#app/ui/amount-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { longDate, shortDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'

/** "2 working days later", "1 working day earlier". */
const movedByWords = (days: number) =>
  days > 0 ? `${count(days, 'working day')} later` : `${count(-days, 'working day')} earlier`

/** "agreed 12 Mar". */
const agreedDay = (agreed: string, today: string) => `agreed ${shortDate(agreed, today)}`

/** The day that was agreed, and how far apart the days are for screen readers. @param aloud makes what is only read aloud of its text */
export const agreedDayParts = <Aloud>({ agreed, days }: MovedDay, today: string, aloud: (text: string) => Aloud) =>
  sentenceParts`${agreedDay(agreed, today)}${aloud(`: ${movedByWords(days)}`)}`

/** "agreed 12 Mar, now 16 Mar: 2 working days later". */
export const driftWords = ({ agreed, now, days, done }: MovedDay, today: string): string =>
  done
    ? `${agreedDay(agreed, today)}, done ${shortDate(now, today)}: ${movedByWords(days)}`
    : `${agreedDay(agreed, today)}, now ${shortDate(now, today)}: ${movedByWords(days)}`

/** How far go-live moved: "go-live expected 2 working days later (16 March)"; null where it did not. */
function goLiveWords({ due, finish }: GoalDrift, today: string): string | null {
  const moved = due ?? finish
  if (!moved) return null
  const [by, on] = [movedByWords(moved.days), longDate(moved.now, today)]
  if (moved.done) return `go-live reached ${by} (${on})`
  return due ? `go-live ${by} (${on})` : `go-live expected ${by} (${on})`
}

/** The same of the first win. */
function firstWinWords({ due, finish }: GoalDrift, today: string): string | null {
  const moved = due ?? finish
  if (!moved) return null
  const [by, on] = [movedByWords(moved.days), longDate(moved.now, today)]
  if (moved.done) return `first win reached ${by} (${on})`
  return due ? `first win ${by} (${on})` : `first win expected ${by} (${on})`
}

/** Which goals stayed as agreed. */
function unchangedWords(goLive: boolean, firstWin: boolean): string[] {
  if (goLive && firstWin) return ['go-live and first win unchanged']
  return goLive ? ['go-live unchanged'] : firstWin ? ['first win unchanged'] : []
}

/** How many tasks are due on other days. @param goalsHold whether both goals stayed */
function taskWords({ later, earlier }: DriftView, goalsHold: boolean): string {
  if (later > 0 && earlier > 0) return `${count(later, 'task')} later, ${earlier} earlier`
  if (later > 0) return `${count(later, 'task')} later`
  if (earlier > 0) return `${count(earlier, 'task')} earlier`
  return goalsHold ? 'all tasks due as agreed' : 'no task’s due date changed'
}

/** "Since 15 June: go-live unchanged, 3 tasks later, 1 earlier." */
export function sinceWords(drift: DriftView, today: string): string {
  const goLive = drift.goLive && goLiveWords(drift.goLive, today)
  const firstWin = drift.win && firstWinWords(drift.win, today)
  const same = [drift.goLive !== null && goLive === null, drift.win !== null && firstWin === null] as const
  const what = [
    ...unchangedWords(...same),
    ...[goLive, firstWin].flatMap((words) => words ?? []),
    taskWords(drift, goLive === null && firstWin === null),
  ]
  return `Since ${longDate(drift.since, today)}: ${factsWords(what)}.`
}
