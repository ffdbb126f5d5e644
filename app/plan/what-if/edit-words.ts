import { dependencyWords } from '../core/dependency-words.ts'
import { taskFieldLabels } from '../core/task-fields.ts'
import { targetDateLabel, termLabels } from '../core/terms-words.ts'
import { type NamedRows, taskName } from '../core/task-name.ts'
import type { Sight } from '#app/policy/policy.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { dateSpan, longDate } from '#app/ui/date-words.ts'
import type { Edit } from '../edits/edit.ts'
import { type Lag, termsOfLag } from '../edits/lag.ts'
import { labels } from '#app/kit/label-words.ts'

type Told = {
  rows: NamedRows
  sight: Sight
  today: IsoDate
}

/** "“Security questionnaire” from 2 July", "“Order” in 3 working days", "Target date on 18 September". */
export function editWords(told: Told, edit: Edit): string {
  const { rows, today } = told
  const date = (value: IsoDate) => longDate(value, today)
  switch (edit.field) {
    case 'criticalDate':
      return `${targetDateLabel} on ${date(edit.value)}`
    case 'winBy':
      return `First win by ${date(edit.value)}`
    case 'closed': {
      const company = edit.side === 'vendor' ? rows.plan.workspace : rows.plan.account
      const span = dateSpan(edit.from, edit.to, today)
      return edit.value === null ? `${company} works ${span}` : `${company} is closed ${span}`
    }
    case 'lag':
      return lagWords(capital(taskName(told, edit.task)), taskName(told, edit.after), edit.value)
    case 'durationDays':
      return `${capital(taskName(told, edit.task))} in ${count(edit.value, 'working day')}`
    case 'notBefore': {
      const name = capital(taskName(told, edit.task))
      return edit.value ? `${name} from ${date(edit.value)}` : `${name} as early as possible`
    }
    case 'notAfter': {
      const name = capital(taskName(told, edit.task))
      return edit.value ? `${name} by ${date(edit.value)}` : `${name} with no latest date`
    }
    case 'startedOn': {
      const name = capital(taskName(told, edit.task))
      if (edit.value === null) return `${name} not started`
      return edit.value === today ? `${name} starts today` : `${name} starts on ${date(edit.value)}`
    }
  }
}

/** How one task is to depend on another. @param name of the task, as a sentence begins with it */
function lagWords(name: string, other: string, lag: Lag | null): string {
  if (lag === null) return `${name} no longer depends on ${other}`
  if (typeof lag === 'string') return dependencyWords(name, other, termsOfLag(lag))
  if (lag === 0) return `${name} right after ${other}`
  const days = count(Math.abs(lag), 'working day')
  return lag > 0 ? `${name} ${days} after ${other}` : `${name} starts ${days} before ${other} is done`
}

/** All that is tried, in a few words: the first two, and how many more. */
export function whatIfWords(told: Told, edits: readonly Edit[]): string {
  const shown = edits.slice(0, 2).map((edit) => editWords(told, edit))
  const rest = edits.length - shown.length
  return factsWords(rest > 0 ? [...shown, `${rest} more`] : shown)
}

/** What to know before edits are applied: a start in the past moves nothing, since open work begins today at the earliest. */
export const editNotes = (told: Told, edits: readonly Edit[]): string[] =>
  edits.flatMap((edit) => {
    if (edit.field !== 'notBefore' || edit.value === null || edit.value >= told.today) return []
    const name = taskName(told, edit.task)
    return [`${longDate(edit.value, told.today)} has passed: ${name} starts today at the earliest.`]
  })

/** What a field of an edit is called where two people meet on it. */
export const editLabel = (told: Told, edit: Edit): string => {
  const label = {
    ...taskFieldLabels,
    startedOn: labels.startedOn,
    lag: 'Dependency',
    criticalDate: targetDateLabel,
    winBy: termLabels.winBy,
    closed: 'Closed',
  }[edit.field]
  return 'task' in edit ? `${label}, ${taskName(told, edit.task)}` : label
}

/** @param other title of the task that this one depends on */
export const removeLinkWords = (other: string): string => `Remove the dependency on ${other}`
