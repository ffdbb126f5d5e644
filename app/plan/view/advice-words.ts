import type { PlannedChange } from '#app/schedule/with-change.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import { capital, quoted } from '#app/ui/name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { dateSpan, longDate } from '#app/ui/date-words.ts'
import type { HeadlineQuestion } from './goal.ts'
import { taskName } from '../core/task-name.ts'

/** "Together: “Contract” in 5 working days instead of 10; “Build it” starts today". */
const togetherWords = (changes: readonly string[]): string => `Together: ${longFactsWords(changes)}`

/** One change that would save the date, in words. */
export function adviceWords({ rows, today, sight, schedule }: HeadlineQuestion, change: PlannedChange): string {
  const { plan } = rows
  const name = (id: string) => {
    const milestone = rows.milestones.find((it) => it.id === id)
    return milestone ? quoted(milestone.title) : taskName({ rows, sight }, id)
  }
  switch (change.kind) {
    case 'shorten':
      return `${capital(name(change.task))} in ${count(change.durationDays, 'working day')} instead of ${change.durationDays + change.byDays}`
    case 'overlap':
      return `${capital(name(change.task))} starts ${count(change.byDays, 'working day')} before ${name(change.after)} is done`
    case 'start':
      return `${capital(name(change.task))} starts today`
    case 'work through': {
      const what = `${change.why ?? 'a closed period'}, ${dateSpan(change.from, change.to, today)}`
      if (change.side === 'both') return `Both companies work through ${what}`
      return `${change.side === 'vendor' ? plan.workspace : plan.account} works through ${what}`
    }
    case 'together':
      return togetherWords(change.changes.map((each) => adviceWords({ rows, today, sight, schedule }, each)))
    case 'postpone': {
      const on = longDate(change.date, today)
      if (change.task === null) return `The first win by ${on} instead of ${longDate(plan.winBy, today)}`
      return change.task === schedule.goals.goLive
        ? `Go-live on ${on} instead of ${longDate(plan.criticalDate, today)}`
        : `${capital(name(change.task))} by ${on}`
    }
  }
}
