import { isolateDirection, withoutFullStop } from '#app/kit/plain-text.ts'
import type { EventField, EventName, EventValue, ReadEvent } from '#app/runner/events/catalogue.ts'
import type { InWords } from '#app/runner/events/define-event.ts'
import { taskTermFields } from '#app/runner/events/task-events.ts'
import { roleName } from '#app/policy/role-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { capital, possessive, quoted } from '#app/ui/name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type Side, sides } from '#app/schedule/model.ts'
import { kindName } from '#app/runner/events/reference-kind-words.ts'
import { closeReasonName } from '../core/close-reason-words.ts'
import { sideNames } from '../core/side-words.ts'
import { stageNames } from '../core/stage-name-words.ts'
import type { Stage } from '../core/stages.ts'
import { eventLabels } from './event-label-words.ts'
import { closedWords, calendarWeekWords, workDayWords } from '../core/calendar-words.ts'
import { linkWords } from '../core/dependency-words.ts'
import { type MovedPlan, movedThenWords, movedWords } from '../core/moved-words.ts'
import { sittingWords } from '../sittings/sitting-words.ts'

/** A title or a statement within a sentence, without its full stop; a name keeps its own. */
const titled = (subject: string): string => quoted(withoutFullStop(subject))

/** A link or file with its task: "“Offer.pdf” (“Contract at Legal”)". */
const attached = (name: unknown, subject: string): string =>
  `${typeof name === 'string' ? quoted(name) : 'a link or file'} (${titled(subject)})`

/** When and where a sentence is read: dates get their year by `today`; on a page of the plan it needs no name. */
type Told = { today?: string | undefined; planId?: string | undefined }

/** What a comment or question is about. */
const talkSubject = ({ subject, subjectId }: Pick<ReadEvent, 'subject' | 'subjectId'>, { planId }: Told): string =>
  planId !== undefined && subjectId === planId ? 'the plan' : titled(subject)

/** A sentence for every event: one that is missing does not compile. */
const sentences: { [Name in EventName]: (event: ReadEvent<Name>, told: Told) => string } = {
  'task completed': ({ subject, changes: { others } }) =>
    typeof others?.after === 'number'
      ? `checked off ${titled(subject)} and ${count(others.after, 'other task')}`
      : `checked off ${titled(subject)}`,
  'task reopened': ({ subject }) => `marked ${titled(subject)} not done`,
  'task started': ({ subject }) => `started ${titled(subject)}`,
  'task sent back': ({ subject }) => `sent back ${titled(subject)}`,
  'result asked': ({ subject, changes: { resultAsks, approver } }) =>
    resultAsks?.after === null
      ? `no longer asks for a result of ${titled(subject)}`
      : `asked for a result of ${titled(subject)}${typeof approver?.after === 'string' ? `: an approval by ${approver.after}` : ''}`,
  'result given': ({ subject, changes: { result } }) =>
    result?.after === null ? `removed the result of ${titled(subject)}` : `gave the result of ${titled(subject)}`,
  'approval asked': ({ subject, changes: { approver } }) =>
    typeof approver?.after === 'string'
      ? `asked ${approver.after} to approve ${titled(subject)}`
      : `asked for an approval of ${titled(subject)}`,
  'approval given': ({ subject }) => `approved ${titled(subject)}`,
  'approval sent back': ({ subject }) => `did not approve ${titled(subject)}`,
  'task changed': ({ subject }) => `changed ${titled(subject)}`,
  'task added': ({ subject }) => `added ${titled(subject)}`,
  'task moved': ({ subject, changes: { milestone } }) =>
    milestone ? `moved ${titled(subject)} to another milestone` : `moved ${titled(subject)} within its milestone`,
  'task removed': ({ subject }) => `deleted ${titled(subject)}`,
  'task made private': ({ subject }) => `removed ${titled(subject)} from the shared plan`,
  'task shared': ({ subject }) => `added ${titled(subject)} to the shared plan`,
  'milestone added': ({ subject }) => `added the milestone ${titled(subject)}`,
  'milestone changed': ({ subject }) => `changed the milestone ${titled(subject)}`,
  'milestone proved': ({ subject, changes: { evidence, passedWithout } }) => {
    if (typeof evidence?.after === 'string') return `recorded the evidence for ${titled(subject)}`
    return typeof passedWithout?.after === 'string'
      ? `passed ${titled(subject)} without evidence`
      : `removed the evidence for ${titled(subject)}`
  },
  'milestone moved': ({ subject }) => `moved the milestone ${titled(subject)} within its stage`,
  'milestone removed': ({ subject }) => `deleted the milestone ${titled(subject)}`,
  'terms changed': () => 'changed the dates or the first win',
  'calendar changed': () => 'changed the calendar',
  'calendar checked': () => 'confirmed the calendar',
  'plan adjusted': ({ changes }, { today }) => {
    const moved = whatMoved(changes)
    const what = moved ? movedWords(moved, { today }) : toldBefore(changes)
    return what === null ? 'applied a change' : `applied a change: ${what}`
  },
  'change undone': ({ subject, changes }, { today }) => {
    const moved = whatMoved(changes)
    if (moved) return `undid a change that ${movedThenWords(moved, today)}`
    const what = toldBefore(changes)
    if (what === null)
      return movesTasks.test(subject) ? `undid a change that ${subject}` : `undid the change to ${titled(subject)}`
    return what.startsWith('moves ') ? `undid a change that ${what}` : `undid a change: ${what}`
  },
  'customer logo changed': ({ subject, changes: { logo } }) =>
    `${logo?.after === null ? 'removed' : 'changed'} ${possessive(subject)} logo`,
  'plan agreed to': () => 'agreed to the plan',
  'plan objected to': () => 'asked for a change to the plan',
  'objection answered': ({ subject }) => `answered ${possessive(subject)} request`,
  'objection withdrawn': () => 'withdrew the request for a change',
  'agreed value restored': ({ subject, changes }) => {
    const [field = 'criticalDate'] = Object.keys(changes).filter(isField)
    const label = labelOf(field)
    const what = Object.hasOwn(taskTermFields, field) ? `${titled(subject)}, ${label.toLowerCase()}` : label
    return `restored what was agreed: ${what}`
  },
  'plan agreed by both sides': () => 'agreed to the plan; both sides have now agreed',
  'forecast shared': () => 'shared the forecast with the customer',
  'forecast withdrawn': () => 'stopped sharing the forecast',
  'plan under way': () => 'marked the plan as under way',
  'plan lost': () => 'closed the plan without an order',
  'closing noted': () => 'added a note to the closing',
  'plan reopened': () => 'reopened the plan',
  'plan archived': () => 'archived the plan',
  'plan restored': () => 'restored the plan from the archive',
  'team set': () => 'changed the team',
  'lead handed over': ({ subject }) => `handed the plan over to ${subject}`,
  'tasks taken over': ({ subject }) => `reassigned open tasks to ${subject}`,
  'participant invited': ({ subject }) => `invited ${subject}`,
  'invitation sent again': ({ subject }) => `invited ${subject} again`,
  'invitation taken back': ({ subject }) => `withdrew the invitation to ${subject}`,
  'participant came by domain': () => 'joined through the company’s email domain',
  'entry domains changed': () => 'changed which email domains can join',
  'participant removed': ({ subject }) => `removed ${subject} from the plan`,
  'person erased': ({ subject }) => `erased a person, now shown as ${quoted(subject)}`,
  'participant accepted': ({ subject }) => `accepted ${subject} for the customer`,
  'champion proposed': ({ subject }) => `proposed ${subject} as champion`,
  'proposed champion declined': ({ subject }) => `objected to ${subject} as champion`,
  'proposed champion withdrawn': ({ subject }) => `withdrew ${subject} as proposed champion`,
  'champion handed on': ({ subject }) => `made ${subject} the champion`,
  'confirmer named': ({ subject }) => `allowed ${subject} to confirm the first win`,
  'confirmer taken back': ({ subject }) => `withdrew ${possessive(subject)} permission to confirm the first win`,
  'situation noted': ({ subject }) => `added what we heard from ${subject}`,
  'situation changed': ({ subject }) => `changed what we heard from ${subject}`,
  'situation shared': ({ subject }) => `shared what we heard from ${subject}`,
  'situation confirmed': () => 'confirmed “What we heard”',
  'situation put right': () => 'corrected “What we heard”',
  'first win confirmed': ({ subject }) => `confirmed the first win ${titled(subject)}`,
  'first win corrected': () => 'corrected the confirmed first win',
  'first win withdrawn': ({ subject }) => `withdrew the first win ${titled(subject)}`,
  'value measured': ({ subject }) => `measured ${titled(subject)}`,
  'reference answered': () => 'answered the question about a reference',
  'reference taken back': () => 'withdrew consent to a reference',
  'consent given': () => 'agreed to give a reference',
  'consent changed': () => 'changed what the reference covers',
  'comment added': (event, told) => `commented on ${talkSubject(event, told)}`,
  'comment changed': (event, told) => `edited a comment on ${talkSubject(event, told)}`,
  'comment deleted': (event, told) => `deleted a comment on ${talkSubject(event, told)}`,
  'comment restored': (event, told) => `restored a comment on ${talkSubject(event, told)}`,
  'thread resolved': (event, told) => `resolved a thread on ${talkSubject(event, told)}`,
  'thread reopened': (event, told) => `reopened a thread on ${talkSubject(event, told)}`,
  'attachment added': ({ subject, changes }) => `added ${attached(changes.attachment?.after, subject)}`,
  'attachment removed': ({ subject, changes }) => `removed ${attached(changes.attachment?.before, subject)}`,
  'attachment restored': ({ subject, changes }) => `restored ${attached(changes.attachment?.after, subject)}`,
  'question asked': (event, told) => `asked a question about ${talkSubject(event, told)}`,
  'question answered': (event, told) => `answered a question about ${talkSubject(event, told)}`,
  'question handed': (event, told) => `handed over a question about ${talkSubject(event, told)}`,
  'closing proposed': (event, told) => `proposed closing a question about ${talkSubject(event, told)}`,
  'question closed': (event, told) => `closed a question about ${talkSubject(event, told)}`,
  'question reopened': (event, told) => `reopened a question about ${talkSubject(event, told)}`,
  'sign-on changed': ({ subject }) => `set up single sign-on with ${subject}`,
  'member signed out': ({ subject }) => `signed ${subject} out`,
  'account released': ({ subject }) => `unlinked ${subject}’s single sign-on account`,
  'sign-on removed': ({ subject }) => `removed single sign-on with ${subject}`,
  'security log exported': () => 'exported the security log',
  'passkey added': ({ subject }) => `added the passkey ${quoted(subject)}`,
  'passkey renamed': ({ subject }) => `renamed the passkey ${quoted(subject)}`,
  'passkey removed': ({ subject }) => `removed the passkey ${quoted(subject)}`,
  'passkeys removed': ({ subject }) => `removed the passkeys of ${subject}`,
  'plan created': ({ subject }) => `created the plan ${titled(subject)}`,
  'workspace changed': () => 'changed the workspace',
  'logo changed': () => 'changed the logo',
  'calendars of new plans changed': () => 'changed the calendars of new plans',
  'answer time changed': () => 'changed the promised answer time',
  'retention changed': () => 'changed how long records are kept',
  'API key created': ({ subject }) => `created the API key ${quoted(subject)}`,
  'API key revoked': ({ subject }) => `revoked the API key ${quoted(subject)}`,
  'member added': ({ subject }) => `added ${subject} to the workspace`,
  'member removed': ({ subject }) => `removed ${subject} from the workspace`,
  'roles changed': ({ subject }) => `changed ${possessive(subject)} roles`,
  'job title changed': ({ subject }) => `changed ${possessive(subject)} job title`,
}

type MovedChanges = Pick<
  ReadEvent<'plan adjusted'>['changes'],
  'movedTasks' | 'goLive' | 'firstWin' | 'buffer' | 'summary'
>

/** What an event from before its figures were kept says in words that were stored with it; null for none. */
/** The subject of an event from when changes of several tasks were named by what they move. */
const movesTasks = /^moves \d+ tasks?\b/

function toldBefore({ summary }: MovedChanges): string | null {
  const told = summary?.after ?? summary?.before
  return told ? (typeof told === 'string' ? told : told.words) : null
}

/** What a change moved, as the change itself moved it, also where it is undone; null where the event keeps no figures. */
function whatMoved({ movedTasks, goLive, firstWin, buffer }: MovedChanges): MovedPlan | null {
  const tasks = movedTasks?.after ?? movedTasks?.before
  if (typeof tasks !== 'number') return null
  const isBack = movedTasks?.after === null
  const inOrder = <Value>(change: { before: Value; after: Value }) =>
    isBack ? { before: change.after, after: change.before } : change
  const dates = (change: MovedChanges['goLive']) =>
    typeof change?.before === 'string' && typeof change.after === 'string'
      ? inOrder({ before: change.before, after: change.after })
      : undefined
  return {
    tasks,
    goLive: dates(goLive),
    firstWin: dates(firstWin),
    buffer:
      typeof buffer?.before === 'number' && typeof buffer.after === 'number'
        ? inOrder({ before: buffer.before, after: buffer.after })
        : undefined,
  }
}

const isField = (field: string): field is EventField => Object.hasOwn(eventLabels, field)
const labelOf = (field: EventField) => eventLabels[field] ?? capital(field)

/** What someone did, as it follows the name: "checked off “Contract at Legal”". An event that cannot be read is a change of some kind. */
export const eventWords = (event: ReadEvent | null, told: Told = {}): string =>
  event ? sentenceOf({ ...event, subject: isolateDirection(event.subject) }, told) : 'made a change'

const sentenceOf = <Name extends EventName>(event: ReadEvent<Name>, told: Told): string =>
  sentences[event.event](event, told)

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
  return listWords(value, textWords)
}

type ListValue = Extract<EventValue, readonly unknown[]>

/** Names, the days of a week, links, days off and extra work days. */
function listWords(list: ListValue, textWords: (text: string) => string): string {
  const weekdays = list.filter((item) => typeof item === 'number')
  if (weekdays.length > 0) return calendarWeekWords(weekdays)
  return list
    .map((item) => {
      if (typeof item === 'string') return textWords(item)
      if (typeof item === 'number') return String(item)
      if ('task' in item) return linkWords(item, isolateDirection(item.title))
      return 'from' in item ? closedWords(item) : workDayWords(item)
    })
    .join(', ')
}

/** The fields of an event with their values before and after, in words. */
export function changeWords({ event, changes }: Pick<ReadEvent, 'event' | 'changes'>, naming: Naming) {
  return Object.entries(changes).flatMap(([field, change]) => {
    if (!isField(field) || change === undefined) return []
    const label = eventLabels[field]
    if (label === null) return []
    const words = (value: typeof change.before) => valueWords(value, naming, textWordsOf(event, field, naming))
    return [{ label, before: words(change.before), after: words(change.after) }]
  })
}
