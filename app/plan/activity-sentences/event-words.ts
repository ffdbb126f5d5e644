import { isolateDirection } from '#app/kit/plain-text.ts'
import type { EventField, EventName, ReadEvent } from '#app/runner/events/catalogue.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { capital, possessive, quoted } from '#app/ui/name-words.ts'
import { changedTaskTermWords } from '../agreed-terms/changed-term-words.ts'
import { eventLabels } from './event-label-words.ts'
import { movedGoalsWords, movedWords } from '../core/moved-words.ts'
import { capabilitySentences } from './capability-event-words.ts'
import { movedPlanOf, storedSummary } from './moved-plan-of.ts'
import { referenceSentences } from './reference-event-words.ts'
import { quotedTitle } from './quoted-title.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { isEventField } from './is-event-field.ts'

/** A link or file with its task: "“Offer.pdf” (“Contract at Legal”)". */
const attached = (name: unknown, subject: string): string =>
  typeof name === 'string' ? `${quoted(name)} (${quotedTitle(subject)})` : `a link or file (${quotedTitle(subject)})`

/** A sentence with who did it, as a text or an element. */
type Parts<By> = readonly (string | By)[]

/** The other tasks of one change: how many, what they are called, where they are named, and whether all moved to the same milestone, or all within their own. */
export type OtherTasks = { count: number; areMovedAlike: boolean; titles?: readonly string[] | undefined }

/**
 * When and where a sentence is read: dates get their year by `today`; on a page of the plan it needs no name. With `others` it tells the
 * whole change, not only its first event.
 */
type Told = { today?: string | undefined; planId?: string | undefined; others?: OtherTasks | undefined }

/** The most tasks that a sentence names, beside the first one. */
const mostNamed = 2

/** A task with how many others: "“Contract at Legal” and 2 other tasks", or with the first few of them by name. */
function withOthers(subject: string, { count: others = 0, titles = [] }: Partial<OtherTasks> = {}): string {
  const named = [subject, ...titles.slice(0, mostNamed)].map((title) => quotedTitle(isolateDirection(title)))
  const rest = others + 1 - named.length
  return listWords(rest > 0 ? [...named, count(rest, 'other task')] : named)
}

/** What a comment or question is about. */
const talkSubject = ({ subject, subjectId }: Pick<ReadEvent, 'subject' | 'subjectId'>, { planId }: Told): string =>
  planId !== undefined && subjectId === planId ? 'the plan' : quotedTitle(subject)

/** A sentence for every event: one that is missing does not compile. */
const sentences: { [Name in EventName]: <By>(by: By, event: ReadEvent<Name>, told: Told) => Parts<By> } = {
  'task completed': (by, { subject, changes }, { others }) => {
    const stored = typeof changes.others?.after === 'number' ? changes.others.after : undefined
    return sentenceParts`${by} checked off ${withOthers(subject, others ?? { count: stored ?? 0 })}`
  },
  'task reopened': (by, { subject }) => sentenceParts`${by} marked ${quotedTitle(subject)} not done`,
  'task started': (by, { subject }) => sentenceParts`${by} started ${quotedTitle(subject)}`,
  'task sent back': (by, { subject }) => sentenceParts`${by} sent back ${quotedTitle(subject)}`,
  'result asked': (by, { subject, changes: { resultAsks, approver } }) =>
    resultAsks?.after === null
      ? sentenceParts`${by} cancelled the request for a result of ${quotedTitle(subject)}`
      : typeof approver?.after === 'string'
        ? sentenceParts`${by} made ${approver.after} the approver of ${quotedTitle(subject)}`
        : sentenceParts`${by} asked for a result of ${quotedTitle(subject)}`,
  'result given': (by, { subject, changes: { result } }) =>
    result?.after === null
      ? sentenceParts`${by} removed the result of ${quotedTitle(subject)}`
      : sentenceParts`${by} added the result of ${quotedTitle(subject)}`,
  'approval asked': (by, { subject, changes: { approver } }) =>
    typeof approver?.after === 'string'
      ? sentenceParts`${by} asked ${approver.after} to approve ${quotedTitle(subject)}`
      : sentenceParts`${by} asked for approval of ${quotedTitle(subject)}`,
  'approval given': (by, { subject }) => sentenceParts`${by} approved ${quotedTitle(subject)}`,
  'approval sent back': (by, { subject }) => sentenceParts`${by} did not approve ${quotedTitle(subject)}`,
  'date promised': (by, { subject, changes: { promisedOn, promisedBy } }, { today }) => {
    const day = typeof promisedOn?.after === 'string' ? longDate(promisedOn.after, today) : ''
    if (typeof promisedBy?.after === 'string')
      return sentenceParts`${by} noted that ${promisedBy.after} promised ${quotedTitle(subject)} for ${day}`
    return promisedOn?.before
      ? sentenceParts`${by} changed the promised date of ${quotedTitle(subject)} to ${day}`
      : sentenceParts`${by} promised ${quotedTitle(subject)} for ${day}`
  },
  'promise withdrawn': (by, { subject }) => sentenceParts`${by} withdrew the promised date of ${quotedTitle(subject)}`,
  'task changed': (by, { subject }, { others }) => sentenceParts`${by} changed ${withOthers(subject, others)}`,
  'task added': (by, { subject }, { others }) => sentenceParts`${by} added ${withOthers(subject, others)}`,
  'task moved': (by, { subject, changes: { milestone } }, { others }) => {
    const tasks = withOthers(subject, others)
    if (others && !others.areMovedAlike) return sentenceParts`${by} moved ${tasks}`
    if (typeof milestone?.after === 'string')
      return sentenceParts`${by} moved ${tasks} to the milestone ${quotedTitle(milestone.after)}`
    if (milestone) return sentenceParts`${by} moved ${tasks} to another milestone`
    return others
      ? sentenceParts`${by} moved ${tasks} within their milestone`
      : sentenceParts`${by} moved ${tasks} within its milestone`
  },
  'task removed': (by, { subject }, { others }) => sentenceParts`${by} deleted ${withOthers(subject, others)}`,
  'task made private': (by, { subject }) => sentenceParts`${by} removed ${quotedTitle(subject)} from the shared plan`,
  'task shared': (by, { subject }) => sentenceParts`${by} added ${quotedTitle(subject)} to the shared plan`,
  'milestone added': (by, { subject }) => sentenceParts`${by} added the milestone ${quotedTitle(subject)}`,
  'milestone changed': (by, { subject }) => sentenceParts`${by} changed the milestone ${quotedTitle(subject)}`,
  'milestone proved': (by, { subject, changes: { evidence, passedWithout } }) => {
    if (typeof evidence?.after === 'string')
      return sentenceParts`${by} recorded the evidence for ${quotedTitle(subject)}`
    return typeof passedWithout?.after === 'string'
      ? sentenceParts`${by} passed ${quotedTitle(subject)} without evidence`
      : sentenceParts`${by} removed the evidence for ${quotedTitle(subject)}`
  },
  'milestone moved': (by, { subject }) =>
    sentenceParts`${by} moved the milestone ${quotedTitle(subject)} within its stage`,
  'milestone removed': (by, { subject }) => sentenceParts`${by} deleted the milestone ${quotedTitle(subject)}`,
  'terms changed': (by) => sentenceParts`${by} changed the dates or the first win`,
  'calendar changed': (by) => sentenceParts`${by} changed the calendar`,
  'calendar checked': (by) => sentenceParts`${by} confirmed the calendar`,
  'plan adjusted': (by, { changes }, { today }) => {
    const moved = movedPlanOf(changes)
    const what = moved ? movedWords(moved, { today }) : storedSummary(changes)
    return what === null ? sentenceParts`${by} applied a change` : sentenceParts`${by} applied a change: ${what}`
  },
  'change undone': (by, { subject, changes }, { today, others }) => {
    const moved = movedPlanOf(changes)
    if (moved) {
      const [tasks, goals] = [count(moved.tasks, 'task'), movedGoalsWords(moved, today)]
      if (moved.tasks === 0)
        return goals
          ? sentenceParts`${by} undid a change that moved no tasks (${goals})`
          : sentenceParts`${by} undid a change that moved no tasks`
      return goals
        ? sentenceParts`${by} undid a change that moved ${tasks} (${goals})`
        : sentenceParts`${by} undid a change that moved ${tasks}`
    }
    const what = storedSummary(changes)
    return what === null
      ? sentenceParts`${by} undid the change to ${withOthers(subject, others)}`
      : sentenceParts`${by} undid a change: ${what}`
  },
  'customer logo changed': (by, { subject, changes: { logo } }) =>
    logo?.after === null
      ? sentenceParts`${by} removed ${possessive(subject)} logo`
      : sentenceParts`${by} changed ${possessive(subject)} logo`,
  'customer profile changed': (by, { subject }) =>
    sentenceParts`${by} changed ${possessive(subject)} industry or region`,
  'plan agreed to': (by) => sentenceParts`${by} agreed to the plan`,
  'plan objected to': (by) => sentenceParts`${by} asked for a change to the plan`,
  'objection answered': (by, { subject }) => sentenceParts`${by} answered ${possessive(subject)} request`,
  'objection withdrawn': (by) => sentenceParts`${by} withdrew the request for a change`,
  'agreed value restored': (by, { subject, changes }) => {
    const [field = 'criticalDate'] = Object.keys(changes).filter(isEventField)
    return isTaskTerm(field)
      ? sentenceParts`${by} restored what was agreed: ${changedTaskTermWords[field](quotedTitle(subject))}`
      : sentenceParts`${by} restored what was agreed: ${labelOf(field)}`
  },
  'plan agreed by both sides': (by) => sentenceParts`${by} agreed to the plan; both sides have now agreed`,
  'forecast shared': (by) => sentenceParts`${by} shared the forecast with the customer`,
  'forecast withdrawn': (by) => sentenceParts`${by} stopped sharing the forecast`,
  'plan under way': (by) => sentenceParts`${by} marked the plan as under way`,
  'plan lost': (by) => sentenceParts`${by} closed the plan without an order`,
  'closing noted': (by) => sentenceParts`${by} added a note to the closing`,
  'plan reopened': (by) => sentenceParts`${by} reopened the plan`,
  'plan archived': (by) => sentenceParts`${by} archived the plan`,
  'plan restored': (by) => sentenceParts`${by} restored the plan from the archive`,
  'team set': (by) => sentenceParts`${by} changed the team`,
  'lead handed over': (by, { subject }) => sentenceParts`${by} handed the plan over to ${subject}`,
  'lead taken over': (by, { changes: { lead } }) =>
    typeof lead?.before === 'string'
      ? sentenceParts`${by} took over the plan from ${lead.before}`
      : sentenceParts`${by} took over the plan`,
  'handoff offered': (by, { subject }) => sentenceParts`${by} asked ${subject} to take over the plan`,
  'handoff sent back': (by) => sentenceParts`${by} sent the handoff back with questions`,
  'handoff withdrawn': (by, { subject }) => sentenceParts`${by} withdrew the handoff to ${subject}`,
  'tasks taken over': (by, { subject }) => sentenceParts`${by} reassigned open tasks to ${subject}`,
  'participant invited': (by, { subject }) => sentenceParts`${by} invited ${subject}`,
  'invitation sent again': (by, { subject }) => sentenceParts`${by} invited ${subject} again`,
  'invitation taken back': (by, { subject }) => sentenceParts`${by} withdrew the invitation to ${subject}`,
  'participant came by domain': (by) => sentenceParts`${by} joined through the company’s email domain`,
  'entry domains changed': (by) => sentenceParts`${by} changed which email domains can join`,
  'participant removed': (by, { subject }) => sentenceParts`${by} removed ${subject} from the plan`,
  'person erased': (by, { subject }) => sentenceParts`${by} erased a person, now shown as ${quoted(subject)}`,
  'participant accepted': (by, { subject }) => sentenceParts`${by} accepted ${subject} for the customer`,
  'champion proposed': (by, { subject }) => sentenceParts`${by} proposed ${subject} as champion`,
  'proposed champion declined': (by, { subject }) => sentenceParts`${by} objected to ${subject} as champion`,
  'proposed champion withdrawn': (by, { subject }) => sentenceParts`${by} withdrew ${subject} as proposed champion`,
  'next champion named': (by, { subject }) => sentenceParts`${by} named ${subject} as the next champion`,
  'champion handed on': (by, { subject }) => sentenceParts`${by} made ${subject} the champion`,
  'confirmer named': (by, { subject }) => sentenceParts`${by} allowed ${subject} to confirm the first win`,
  'confirmer taken back': (by, { subject }) =>
    sentenceParts`${by} withdrew ${possessive(subject)} permission to confirm the first win`,
  'key person marked': (by, { subject }) => sentenceParts`${by} marked ${subject} as a key person`,
  'key person unmarked': (by, { subject }) => sentenceParts`${by} no longer marks ${subject} as a key person`,
  'situation noted': (by, { subject }) => sentenceParts`${by} added what we heard from ${subject}`,
  'situation changed': (by, { subject }) => sentenceParts`${by} changed what we heard from ${subject}`,
  'situation shared': (by, { subject }) => sentenceParts`${by} shared what we heard from ${subject}`,
  'situation confirmed': (by) => sentenceParts`${by} confirmed “What we heard”`,
  'situation put right': (by) => sentenceParts`${by} corrected “What we heard”`,
  'situation withdrawn': (by) => sentenceParts`${by} withdrew “What we heard”`,
  'first win confirmed': (by, { subject }) => sentenceParts`${by} confirmed the first win ${quotedTitle(subject)}`,
  'first win corrected': (by) => sentenceParts`${by} corrected the confirmed first win`,
  'first win withdrawn': (by, { subject }) => sentenceParts`${by} withdrew the first win ${quotedTitle(subject)}`,
  'card changed': (by) => sentenceParts`${by} changed the victory card`,
  'card shared': (by) => sentenceParts`${by} shared a link to the victory card`,
  'card no longer shared': (by) => sentenceParts`${by} stopped sharing the victory card`,
  'note changed': (by) => sentenceParts`${by} changed the note to management`,
  'note shared': (by) => sentenceParts`${by} shared a link to the note to management`,
  'note no longer shared': (by) => sentenceParts`${by} stopped sharing the note to management`,
  'value measured': (by, { subject }) => sentenceParts`${by} measured ${quotedTitle(subject)}`,
  'measurement removed': (by, { subject }) => sentenceParts`${by} removed a measurement of ${quotedTitle(subject)}`,
  'further win added': (by, { subject }) => sentenceParts`${by} added the win ${quotedTitle(subject)}`,
  'further win removed': (by, { subject }) => sentenceParts`${by} removed the win ${quotedTitle(subject)}`,
  'further win confirmed': (by, { subject }) => sentenceParts`${by} confirmed the win ${quotedTitle(subject)}`,
  'further win reopened': (by, { subject }) =>
    sentenceParts`${by} took back the confirmation of the win ${quotedTitle(subject)}`,
  'measuring planned': (by) => sentenceParts`${by} changed how the first win is measured`,
  'first win looked at': (by) => sentenceParts`${by} looked at the first win for services`,
  'first win asked for': (by) => sentenceParts`${by} asked whether the first win has happened`,
  'first win not yet': (by) => sentenceParts`${by} said that the first win has not happened yet`,
  ...referenceSentences,
  ...capabilitySentences,
  'comment added': (by, event, told) => sentenceParts`${by} commented on ${talkSubject(event, told)}`,
  'comment changed': (by, event, told) => sentenceParts`${by} edited a comment on ${talkSubject(event, told)}`,
  'comment deleted': (by, event, told) => sentenceParts`${by} deleted a comment on ${talkSubject(event, told)}`,
  'comment restored': (by, event, told) => sentenceParts`${by} restored a comment on ${talkSubject(event, told)}`,
  'thread resolved': (by, event, told) => sentenceParts`${by} resolved a thread on ${talkSubject(event, told)}`,
  'thread reopened': (by, event, told) => sentenceParts`${by} reopened a thread on ${talkSubject(event, told)}`,
  'attachment added': (by, { subject, changes }) =>
    sentenceParts`${by} added ${attached(changes.attachment?.after, subject)}`,
  'attachment removed': (by, { subject, changes }) =>
    sentenceParts`${by} removed ${attached(changes.attachment?.before, subject)}`,
  'attachment restored': (by, { subject, changes }) =>
    sentenceParts`${by} restored ${attached(changes.attachment?.after, subject)}`,
  'question asked': (by, event, told) => sentenceParts`${by} asked a question about ${talkSubject(event, told)}`,
  'question answered': (by, event, told) => sentenceParts`${by} answered a question about ${talkSubject(event, told)}`,
  'question handed': (by, event, told) => sentenceParts`${by} handed over a question about ${talkSubject(event, told)}`,
  'closing proposed': (by, event, told) =>
    sentenceParts`${by} proposed closing a question about ${talkSubject(event, told)}`,
  'questions taken over': (by, { subject }) => sentenceParts`${by} took over the open questions of ${subject}`,
  'question closed': (by, event, told) => sentenceParts`${by} closed a question about ${talkSubject(event, told)}`,
  'question reopened': (by, event, told) => sentenceParts`${by} reopened a question about ${talkSubject(event, told)}`,
  'sign-on changed': (by, { subject }) => sentenceParts`${by} set up single sign-on with ${subject}`,
  'member signed out': (by, { subject }) => sentenceParts`${by} signed ${subject} out`,
  'member address corrected': (by, { subject }) => sentenceParts`${by} corrected ${possessive(subject)} email address`,
  'account released': (by, { subject }) => sentenceParts`${by} unlinked ${possessive(subject)} single sign-on account`,
  'sign-on removed': (by, { subject }) => sentenceParts`${by} removed single sign-on with ${subject}`,
  'security log exported': (by) => sentenceParts`${by} exported the security log`,
  'passkey added': (by, { subject }) => sentenceParts`${by} added the passkey ${quoted(subject)}`,
  'passkey renamed': (by, { subject }) => sentenceParts`${by} renamed the passkey ${quoted(subject)}`,
  'passkey removed': (by, { subject }) => sentenceParts`${by} removed the passkey ${quoted(subject)}`,
  'passkeys removed': (by, { subject }) => sentenceParts`${by} removed ${possessive(subject)} passkeys`,
  'plan created': (by, { subject }) => sentenceParts`${by} created the plan ${quotedTitle(subject)}`,
  'workspace changed': (by) => sentenceParts`${by} changed the workspace settings`,
  'logo changed': (by) => sentenceParts`${by} changed the logo`,
  'calendars of new plans changed': (by) => sentenceParts`${by} changed the calendars for new plans`,
  'answer time changed': (by) => sentenceParts`${by} changed the promised answer time`,
  'retention changed': (by) => sentenceParts`${by} changed how long records are kept`,
  'API key created': (by, { subject }) => sentenceParts`${by} created the API key ${quoted(subject)}`,
  'email sent again': (by) => sentenceParts`${by} sent a failed email again`,
  'channel connected': (by, { subject }) => sentenceParts`${by} connected the channel ${quoted(subject)}`,
  'channel topics chosen': (by, { subject }) => sentenceParts`${by} changed what is posted to ${quoted(subject)}`,
  'channel disconnected': (by, { subject }) => sentenceParts`${by} disconnected the channel ${quoted(subject)}`,
  'API key revoked': (by, { subject }) => sentenceParts`${by} revoked the API key ${quoted(subject)}`,
  'member added': (by, { subject }) => sentenceParts`${by} added ${subject} to the workspace`,
  'member removed': (by, { subject }) => sentenceParts`${by} removed ${subject} from the workspace`,
  'roles changed': (by, { subject }) => sentenceParts`${by} changed ${possessive(subject)} roles`,
  'emails chosen': (by) => sentenceParts`${by} chose which emails they get`,
  'job title changed': (by, { subject }) => sentenceParts`${by} changed ${possessive(subject)} job title`,
}

const isTaskTerm = (field: EventField): field is keyof typeof changedTaskTermWords =>
  Object.hasOwn(changedTaskTermWords, field)

const labelOf = (field: EventField) => eventLabels[field] ?? capital(field)

/** The reader, as the one who did something. */
export const you = 'You'

/**
 * Who did what, without a full stop: "Mara Keller checked off “Contract at Legal”". An event that cannot be read is a change of some kind.
 * @param by the name of who did it, also as an element, or `you`
 */
export const eventParts = <By>(event: ReadEvent | null, by: By, told: Told = {}): Parts<By> =>
  event
    ? sentenceOf({ ...event, subject: isolateDirection(event.subject) }, by, told)
    : sentenceParts`${by} made a change`

/** The same as a text. */
export const eventWords = (event: ReadEvent | null, by: string, told: Told = {}): string =>
  eventParts(event, by, told).join('')

/** What is left of a change that has more parts than are said. */
export const restOfChangeWords = (changes: number): string => `You made ${count(changes, 'more change')}.`

/** The same as a sentence by itself. */
export const eventSentence = (event: ReadEvent | null, by: string, told: Told = {}): string =>
  `${eventWords(event, by, told)}.`

const sentenceOf = <Name extends EventName, By>(event: ReadEvent<Name>, by: By, told: Told): Parts<By> =>
  sentences[event.event](by, event, told)
