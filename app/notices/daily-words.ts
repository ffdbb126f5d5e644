import { quoted } from '#app/ui/words.ts'
import type { DailyPlan } from '#emails/daily.tsx'
import { withUnit } from '#app/ui/words.ts'
import type { NoticeFacts } from './notice-kinds.ts'

/** What the day's email says of one notice that waited for it. */
export function dailyPartOf(notice: NoticeFacts): Pick<DailyPlan, 'waiting' | 'news'> {
  switch (notice.kind) {
    case 'task-sent-back': {
      const { task, doBy, by, reason } = notice.facts
      return { waiting: [{ title: task, doBy }], news: [`${by} opened ${task} again: ${quoted(reason)}`] }
    }
    case 'task-removed':
      return { waiting: [], news: [`${notice.facts.by} removed ${quoted(notice.facts.task)} from the shared plan`] }
    case 'situation-shared':
      return { waiting: [], news: [`${notice.facts.by} wrote down what was heard from you, for you to check`] }
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
      return { waiting: [], news: [`${notice.facts.account} confirmed a win; nothing may be used yet`] }
    case 'reference-agreed':
      return { waiting: [], news: [`${notice.facts.agreedBy} agreed to a reference`] }
    case 'reference-declined': {
      const { answeredBy, wasAgreed } = notice.facts
      return {
        waiting: [],
        news: [
          wasAgreed
            ? `${answeredBy} took the reference back; nothing may be used any more`
            : `${answeredBy} said no to a reference; nothing may be used`,
        ],
      }
    }
    case 'invitation':
      return { waiting: [], news: [`${notice.facts.inviter} shared this plan`] }
    case 'colleague-came':
      return {
        waiting: [],
        news: [`${notice.facts.colleague} (${notice.facts.email}) came by the company’s email domain`],
      }
    // These go at once.
    case 'participant-added':
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
