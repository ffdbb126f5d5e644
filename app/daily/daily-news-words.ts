import { agreedChangeWords } from '#app/plan/agreement/change-words.ts'
import type { AgreedChangeView } from '#app/plan/view/plan-view.ts'
import { longDate } from '#app/ui/date-words.ts'
import { possessive, quoted } from '#app/ui/name-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import type { DailyPlan } from '#emails/words/daily-words.ts'
import type { NoticeFacts } from '#app/outbox/notice-kinds.ts'
import { count } from '#app/ui/amount-words.ts'

/** How the daily email mentions one notice. */
export function dailyNewsOf(notice: NoticeFacts): Pick<DailyPlan, 'waiting' | 'news'> {
  switch (notice.kind) {
    case 'task-sent-back': {
      const { task, doBy, by, reason } = notice.facts
      return { waiting: [{ title: task, doBy }], news: [`${by} sent back ${quoted(task)}: ${quoted(reason)}`] }
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
          `${possessive(account)} consent to a reference ended on ${longDate(until)}: nothing may be used any longer`,
        ],
      }
    }
    case 'win-confirmed':
      return { waiting: [], news: [`${notice.facts.confirmedBy} confirmed the first win`] }
    case 'win-corrected':
      return {
        waiting: [],
        news: [
          `${notice.facts.correctedBy} corrected the first win: ${withUnit(notice.facts.measured, notice.facts.unit)}`,
        ],
      }
    case 'win-withdrawn':
      return { waiting: [], news: [`${notice.facts.withdrawnBy} withdrew the first win`] }
    case 'reference-ready':
      return { waiting: [], news: [`${notice.facts.account} confirmed its first win, but nothing may be used yet`] }
    case 'reference-agreed':
      return { waiting: [], news: [`${notice.facts.agreedBy} agreed to a reference`] }
    case 'reference-declined': {
      const { answeredBy, wasAgreed } = notice.facts
      return {
        waiting: [],
        news: [
          wasAgreed
            ? `${answeredBy} withdrew consent to the reference, so stop using it`
            : `${answeredBy} declined to be a reference, so nothing may be used`,
        ],
      }
    }
    case 'used-reference-ended':
      return { waiting: [], news: [`${notice.facts.by} ended the consent to a reference that you used`] }
    case 'reference-asked':
      return { waiting: [], news: [`${notice.facts.by} asks whether you would be a reference`] }
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
    case 'invitation':
      return { waiting: [], news: [`${notice.facts.inviter} invited you to this plan`] }
    case 'colleague-came':
      return {
        waiting: [],
        news: [`${notice.facts.colleague} (${notice.facts.email}) joined through the company’s email domain`],
      }
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
        news: [`${by}: the first win has not happened yet. ${quoted(reason)} Next measurement: ${longDate(measureOn)}`],
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
    case 'outcome-asked':
      return {
        waiting: [],
        news: [
          `Your reference call for ${notice.facts.deal} is over: please note how it went, under References, Library`,
        ],
      }
    case 'approval-asked':
      return { waiting: [], news: [`${notice.facts.by} asks you to approve ${quoted(notice.facts.task)}`] }
    // What changed and what was written is looked up when the email is written; the others go at once.
    case 'terms-changed':
    case 'comment-added':
    case 'participant-added':
    case 'reference-call':
    case 'participant-changed':
    case 'champion-proposed':
    case 'sign-in-code':
    case 'sign-in':
    case 'member-added':
    case 'security-notice':
    case 'daily':
      return { waiting: [], news: [] }
  }
}

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
