import { agreedChangeWords } from '#app/plan/agreement/change-words.ts'
import type { AgreedChangeView } from '#app/plan/view/plan-view.ts'
import { firstWinTitle, goalNames } from '#app/plan/core/goal-name-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { possessive, quoted } from '#app/ui/name-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import { keepsDateTitle } from '#emails/words/date-slipped-words.ts'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import type { NoticeFacts } from '#app/outbox/notice-kinds.ts'
import {
  colleagueJoinedNews,
  handoffAnswerNews,
  leadChangedNews,
  peopleAddedNews,
  roleChangedNews,
} from './people-news-words.ts'
import { count } from '#app/ui/amount-words.ts'

/** By when tasks must be done, `YYYY-MM-DD`, by their id. */
export type DueDays = ReadonlyMap<string, string>

/** How the daily email of a day mentions one notice. */
export function dailyNewsOf(
  notice: NoticeFacts,
  { today, dueOn }: { today: string; dueOn: DueDays },
): Pick<DailyPlanFacts, 'waiting' | 'news'> {
  switch (notice.kind) {
    case 'task-sent-back': {
      const { task, taskId, by, reason } = notice.facts
      const doBy = dueOn.get(taskId ?? '') ?? notice.facts.doBy
      return { waiting: [{ taskId, title: task, doBy }], news: [`${by} sent back ${quoted(task)}: ${quoted(reason)}`] }
    }
    case 'task-removed':
      return { waiting: [], news: [`${notice.facts.by} removed ${quoted(notice.facts.task)} from the shared plan`] }
    case 'situation-shared':
      return { waiting: [], news: [`${notice.facts.by} wrote down what you said and asks you to check it`] }
    case 'situation-withdrawn':
      return { waiting: [], news: [`${notice.facts.by} withdrew “What we heard”, so it is no longer on the plan`] }
    case 'consent-expired': {
      const { account, until } = notice.facts
      return {
        waiting: [],
        news: [
          `${possessive(account)} consent to a reference ended on ${longDate(until, today)}: nothing may be used any longer`,
        ],
      }
    }
    case 'win-corrected':
      return {
        waiting: [],
        news: [correctedWords(notice.facts)],
      }
    case 'reference-declined':
      return { waiting: [], news: [`${notice.facts.answeredBy} declined to be a reference, so nothing may be used`] }
    case 'reference-asked':
      return { waiting: [], news: [`${notice.facts.by} asks whether you would be a reference`] }
    case 'logo-asked':
      return { waiting: [], news: [`${notice.facts.by} asks you for the picture of your logo`] }
    case 'piece-sent':
      return {
        waiting: [],
        news: [`${notice.facts.by} asks you to approve a text about your win: ${notice.facts.piece}`],
      }
    case 'piece-answered': {
      const { by, piece, reason } = notice.facts
      return {
        waiting: [],
        news: [reason === null ? `${by} approved the ${piece}` : `${by} sent back the ${piece}: ${quoted(reason)}`],
      }
    }
    case 'colleague-came':
      return { waiting: [], news: [colleagueJoinedNews(notice.facts)] }
    case 'participant-added':
      return { waiting: [], news: [peopleAddedNews(notice.facts)] }
    case 'participant-changed':
      return { waiting: [], news: [roleChangedNews(notice.facts)] }
    case 'plan-objected':
      return {
        waiting: [],
        news: [`${notice.facts.by} asks for a change to the plan: ${quoted(notice.facts.reason)}`],
      }
    case 'objection-answered':
      return {
        waiting: [],
        news: [`${notice.facts.by} answered your request: ${quoted(notice.facts.text)}`],
      }
    case 'win-asked': {
      const { by, note } = notice.facts
      const asks = `${by} asks whether the first win has happened`
      return { waiting: [], news: [note === null ? asks : `${asks}: ${quoted(note)}`] }
    }
    case 'win-not-yet': {
      const { by, reason, measureOn } = notice.facts
      return {
        waiting: [],
        news: [
          `${by}: the first win has not happened yet. ${quoted(reason)} Next measurement: ${longDate(measureOn, today)}`,
        ],
      }
    }
    case 'win-to-look-at': {
      const { by, statement } = notice.facts
      return {
        waiting: [],
        news: [`${by} wrote the first win: ${quoted(statement)} No one from services has looked at it yet`],
      }
    }
    case 'further-win-confirmed': {
      const { by, statement, value } = notice.facts
      return { waiting: [], news: [`${by} confirmed another win: ${quoted(statement)} Measured: ${value}`] }
    }
    case 'further-win-reopened': {
      const { by, statement } = notice.facts
      return { waiting: [], news: [`${by} took back the confirmation of another win: ${quoted(statement)}`] }
    }
    case 'outcome-asked':
      return {
        waiting: [],
        news: [
          `Your reference call for ${notice.facts.deal} is over: please note how it went, under References, Library`,
        ],
      }
    case 'plan-agreed': {
      const { by, isBoth } = notice.facts
      return {
        waiting: [],
        news: [
          isBoth
            ? `${by} agreed to the plan: both sides have now agreed`
            : `${by} agreed to the plan and asks for your agreement`,
        ],
      }
    }
    case 'task-given': {
      const { task: title, taskId, by } = notice.facts
      const doBy = dueOn.get(taskId)
      return doBy === undefined
        ? { waiting: [], news: [`${by} gave you the task ${quoted(title)}`] }
        : { waiting: [{ taskId, title, doBy, why: 'given', by }], news: [] }
    }
    case 'gate-opened':
      return {
        waiting: [],
        news: [`The gate ${quoted(notice.facts.gate)} was reached: tasks of later stages can start`],
      }
    case 'team-joined':
      return { waiting: [], news: [`${notice.facts.by} put you on the team of this plan`] }
    case 'champion-gone': {
      const { champion, why } = notice.facts
      return {
        waiting: [],
        news: [
          why === 'bounced'
            ? `Emails to ${champion} come back. Who leads this now? Name the next champion on the plan`
            : `${champion} has not been on the plan for three weeks, though a task is due. Who leads this now? Name the next champion on the plan`,
        ],
      }
    }
    case 'champion-named':
      return {
        waiting: [],
        news: [
          `${notice.facts.by} named you to lead this plan in place of ${notice.facts.champion}: confirm it on the plan`,
        ],
      }
    case 'lead-given':
      return {
        waiting: [],
        news: [`${notice.facts.by} made you the lead of this plan, since ${notice.facts.leaver} has left`],
      }
    case 'handoff-answered':
      return { waiting: [], news: [handoffAnswerNews(notice.facts)] }
    case 'capability-delivered': {
      const { by, need } = notice.facts
      return { waiting: [], news: [`${by} delivered ${quoted(need)} and asks you to accept it`] }
    }
    case 'capability-accepted':
      return { waiting: [], news: [`${notice.facts.by} accepted ${quoted(notice.facts.need)}`] }
    case 'lead-changed':
      return { waiting: [], news: [leadChangedNews(notice.facts)] }
    case 'win-due':
      return {
        waiting: [],
        news: [
          `The first win was to be measured by ${longDate(notice.facts.on, today)}: ${quoted(notice.facts.statement)} Record the result, or say when it will be measured`,
        ],
      }
    case 'date-slipped':
      return { waiting: [], news: slippedWords(notice.facts, today) }
    case 'approval-asked':
      return { waiting: [], news: [`${notice.facts.by} asks you to approve ${quoted(notice.facts.task)}`] }
    // What changed and what was written is looked up when the email is written; the others go at once.
    case 'terms-changed':
    case 'comment-added':
    case 'invitation':
    case 'invitation-reminder':
    case 'win-confirmed':
    case 'win-withdrawn':
    case 'reference-ready':
    case 'reference-agreed':
    case 'used-reference-ended':
    case 'handoff-offered':
    case 'reference-call':
    case 'champion-proposed':
    case 'sign-in-code':
    case 'sign-in':
    case 'member-added':
    case 'security-notice':
    case 'daily':
      return { waiting: [], news: [] }
  }
}

type FactsOf<Kind extends NoticeFacts['kind']> = Extract<NoticeFacts, { kind: Kind }>['facts']

/** "Priya Raman corrected the first win: 2 days → 3 days". */
function correctedWords({ correctedBy, before, measured, unit }: FactsOf<'win-corrected'>): string {
  const [was, is] = [withUnit(before.measured, before.unit), withUnit(measured, unit)]
  return was === is
    ? `${correctedBy} corrected the first win: ${is}`
    : `${correctedBy} corrected the first win: ${was} → ${is}`
}

type SlipFacts = NonNullable<FactsOf<'date-slipped'>['also']>

/** "Go-live has slipped: 11 September → 18 September, 3 working days after its date, 15 September". */
function slipWords({ goal, by, before, expected, days }: SlipFacts, today: string): string {
  const name = goal === 'go-live' ? goalNames.goLive : firstWinTitle
  return `${name} has slipped: ${longDate(before, today)} → ${longDate(expected, today)}, ${count(days, 'working day')} after its date, ${longDate(by, today)}`
}

/** What slipped, from when to when, and what would keep the date. */
const slippedWords = ({ also, advice, ...slip }: FactsOf<'date-slipped'>, today: string): string[] => [
  slipWords(slip, today),
  ...(also ? [slipWords(also, today)] : []),
  ...(advice.length > 0 ? [keepsDateTitle, ...advice] : []),
]

/** Stands for the changes that an email does not list. */
export const moreNewsWords = (more: number): string => `And ${count(more, 'more change')}: see Activity on the plan`

/** Changes listed in the email; the rest are on the plan. */
const room = 6

/** How the daily email mentions changes since both sides agreed; empty where there are none. */
export function changedWords(changes: readonly AgreedChangeView[], today: string): string[] {
  if (changes.length === 0) return []
  const named = changes.slice(0, room).map((change) => changeByWords(change, today))
  const rest = changes.length - named.length
  return [
    'Changed since both sides agreed:',
    ...named,
    ...(rest > 0 ? [`${rest} more on the plan`] : []),
    'Either side can agree again, request changes or restore the agreed value.',
  ]
}

/** "Target date: 15 September → 22 September (Mara Keller, 17 June)". */
const changeByWords = (change: AgreedChangeView, today: string): string =>
  change.by && change.on
    ? `${agreedChangeWords(change)} (${change.by}, ${longDate(change.on, today)})`
    : agreedChangeWords(change)
