import type { NewNoticeFacts, NoticeFacts, NoticeKind } from './notice-kinds.ts'

/** When a notice of each kind is told: at once, by an email of its own; in its reader's one email of a day; or either, by its facts. */
const whenTold = {
  // Someone is waiting for it, or must know before the day's email.
  invitation: 'at once',
  'invitation-reminder': 'at once',
  'sign-in': 'at once',
  'sign-in-code': 'at once',
  'member-added': 'at once',
  'security-notice': 'at once',
  'champion-proposed': 'at once',
  'handoff-offered': 'at once',
  'win-confirmed': 'at once',
  'win-withdrawn': 'at once',
  'reference-ready': 'at once',
  'reference-agreed': 'at once',
  'used-reference-ended': 'at once',
  'reference-call': 'at once',
  daily: 'at once',
  'date-slipped': 'either',
  'win-corrected': 'either',
  'reference-declined': 'either',
  'terms-changed': 'daily',
  'plan-objected': 'daily',
  'objection-answered': 'daily',
  'approval-asked': 'daily',
  'win-asked': 'daily',
  'win-not-yet': 'daily',
  'win-to-look-at': 'daily',
  'win-due': 'daily',
  'further-win-confirmed': 'daily',
  'further-win-reopened': 'daily',
  'situation-shared': 'daily',
  'situation-withdrawn': 'daily',
  'consent-expired': 'daily',
  'reference-asked': 'daily',
  'logo-asked': 'daily',
  'piece-sent': 'daily',
  'piece-answered': 'daily',
  'outcome-asked': 'daily',
  'comment-added': 'daily',
  'plan-agreed': 'daily',
  'task-given': 'daily',
  'task-sent-back': 'daily',
  'task-removed': 'daily',
  'gate-opened': 'daily',
  'team-joined': 'daily',
  'lead-given': 'daily',
  'lead-changed': 'daily',
  'handoff-answered': 'daily',
  'capability-delivered': 'daily',
  'capability-accepted': 'daily',
  'colleague-came': 'daily',
  'participant-added': 'daily',
  'participant-changed': 'daily',
  'champion-gone': 'daily',
  'champion-named': 'daily',
} as const satisfies Record<NoticeKind, 'at once' | 'daily' | 'either'>

type KindTold<When> = {
  [Kind in NoticeKind]: (typeof whenTold)[Kind] extends When ? Kind : never
}[NoticeKind]

/** The email of a day mentions these; they have none of their own. */
export type ToldDaily = KindTold<'daily'>

/** A notice with an email of its own. One that never leaves by itself has no template, no sample and no name in the list of failed emails. */
export type SentNotice = Extract<NoticeFacts, { kind: KindTold<'at once' | 'either'> }>

export const hasEmail = (notice: NoticeFacts): notice is SentNotice => whenTold[notice.kind] !== 'daily'

/** Whether a notice waits for its reader's one email a day. */
export function waitsForDailyEmail(notice: NewNoticeFacts): boolean {
  switch (notice.kind) {
    // Told on the day on which it happens.
    case 'date-slipped':
      return !notice.facts.atOnce
    // Marketing may be using what is no longer right.
    case 'win-corrected':
      return notice.facts.reader !== 'marketing'
    case 'reference-declined':
      return !notice.facts.wasAgreed
    default: {
      const when: 'at once' | 'daily' = whenTold[notice.kind]
      return when === 'daily'
    }
  }
}
