import { isolateDirection } from '#app/kit/plain-text.ts'
import type { EventField, EventName, EventValue, ReadEvent } from '#app/runner/events/catalogue.ts'
import type { InWords } from '#app/runner/events/define-event.ts'
import { roleName } from '#app/policy/role-name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type Side, sides } from '#app/schedule/model.ts'
import { figureWords } from '#app/runner/events/figure-words.ts'
import { kindName } from '#app/runner/events/reference-kind-words.ts'
import { closeReasonName } from '../core/close-reason-words.ts'
import { sideNames } from '../core/side-words.ts'
import { stageNames } from '../core/stage-name-words.ts'
import type { Stage } from '../core/stages.ts'
import { eventLabels } from './event-label-words.ts'
import { closedWords, calendarWeekWords, workDayWords } from '../core/calendar-words.ts'
import { linkWords } from '../core/dependency-words.ts'
import { sittingWords } from '../sittings/sitting-words.ts'
import { isEventField } from './is-event-field.ts'

type Naming = {
  regionName(code: string): string
  /** Both companies by name, as the sides of a task. */
  companies: { vendor: string; customer: string }
}

/** The state of a plan by its name on pages, where that is not the one it is stored by. */
const stateNames = new Map([['rough', 'draft']])

/** Fields whose texts are names of code. */
const namedFields: { readonly [Field in EventField]?: (code: string, naming: Naming) => string } = {
  state: (state) => stateNames.get(state) ?? state,
  role: roleName,
  roles: roleName,
  side: (side, { companies }) => (isSide(side) ? sideNames(companies)[side] : side),
  stage: (stage) => (isStage(stage) ? stageNames[stage] : stage),
  kinds: kindName,
}

const isSide = (side: string): side is Side => sides.some((known) => known === side)
const isStage = (stage: string): stage is Stage => Object.hasOwn(stageNames, stage)

/** How a text of a field reads: why a plan was closed is chosen from a list, other reasons are typed. */
function textWordsOf(event: EventName, field: EventField, naming: Naming): (text: string) => string {
  if (event === 'plan lost' && field === 'reason') return closeReasonName
  const named = namedFields[field]
  return named ? (code) => named(code, naming) : isolateDirection
}

/** A value in words, by its shape; nothing for none. Dates carry their year. */
function valueWords(
  value: EventValue | InWords | null | undefined,
  { regionName }: Naming,
  textWords: (text: string) => string,
): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return isIsoDate(value) ? longDate(value) : textWords(value)
  if (typeof value === 'number') return String(value)
  if ('words' in value) return isolateDirection(value.words)
  if ('region' in value) return regionName(value.region)
  if ('notIn' in value) return sittingWords(value)
  return itemsWords(value, textWords)
}

type ListValue = Extract<EventValue, readonly unknown[]>

/** Names, the days of a week, links, figures, days off and extra work days. */
function itemsWords(list: ListValue, textWords: (text: string) => string): string {
  const weekdays = list.filter((item) => typeof item === 'number')
  if (weekdays.length > 0) return calendarWeekWords(weekdays)
  return factsWords(
    list.map((item) => {
      if (typeof item === 'string') return textWords(item)
      if (typeof item === 'number') return String(item)
      if ('task' in item) return linkWords(item, isolateDirection(item.title))
      if ('amount' in item) return figureWords({ ...item, source: isolateDirection(item.source) })
      return 'from' in item ? closedWords(item) : workDayWords(item)
    }),
  )
}

/** The fields of an event with their values before and after, in words. */
export function changeWords({ event, changes }: Pick<ReadEvent, 'event' | 'changes'>, naming: Naming) {
  return Object.entries(changes).flatMap(([field, change]) => {
    if (!isEventField(field) || change === undefined) return []
    const label = eventLabels[field]
    if (label === null) return []
    const words = (value: typeof change.before) => valueWords(value, naming, textWordsOf(event, field, naming))
    return [{ label, before: words(change.before), after: words(change.after) }]
  })
}
