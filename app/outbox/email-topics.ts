import type { NoticeFacts } from './notice-kinds.ts'

/** What emails can tell about; a person may leave each of them out. */
export const emailTopics = ['tasks', 'dates', 'agreement', 'talk', 'wins', 'people'] as const
export type EmailTopic = (typeof emailTopics)[number]

/**
 * The topic of a notice, whether it waits for the email of a day or leaves at once; null for what no one can leave out: what a person asked for or is
 * asked for by name, what says who they are here, and that something may not be used any longer.
 */
export function topicOf(notice: NoticeFacts): EmailTopic | null {
  switch (notice.kind) {
    case 'task-removed':
    case 'task-sent-back':
    case 'task-given':
    case 'gate-opened':
      return 'tasks'
    case 'date-slipped':
      return 'dates'
    case 'terms-changed':
    case 'plan-objected':
    case 'objection-answered':
    case 'plan-agreed':
      return 'agreement'
    case 'comment-added':
      return 'talk'
    case 'capability-accepted':
    case 'win-confirmed':
    case 'win-not-yet':
    case 'further-win-confirmed':
    case 'further-win-reopened':
    case 'reference-ready':
    case 'reference-agreed':
    case 'consent-expired':
      return 'wins'
    // Marketing may be using what is no longer right.
    case 'win-corrected':
    case 'win-withdrawn':
      return notice.facts.reader === 'marketing' ? null : 'wins'
    case 'reference-declined':
      return notice.facts.wasAgreed ? null : 'wins'
    case 'lead-changed':
      return 'people'
    case 'colleague-came':
    case 'participant-added':
      return notice.facts.waits ? null : 'people'
    case 'participant-changed':
      return notice.facts.isReader ? null : 'people'
    case 'invitation':
    case 'invitation-reminder':
    case 'sign-in':
    case 'sign-in-code':
    case 'member-added':
    case 'security-notice':
    case 'champion-proposed':
    case 'situation-shared':
    case 'situation-withdrawn':
    case 'approval-asked':
    case 'win-asked':
    case 'win-due':
    case 'champion-gone':
    case 'champion-named':
    case 'win-to-look-at':
    case 'team-joined':
    case 'lead-given':
    case 'handoff-offered':
    case 'handoff-answered':
    case 'capability-delivered':
    case 'used-reference-ended':
    case 'reference-asked':
    case 'logo-asked':
    case 'piece-sent':
    case 'piece-answered':
    case 'reference-call':
    case 'outcome-asked':
    case 'daily':
      return null
  }
}
