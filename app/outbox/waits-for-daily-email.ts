import type { NewNoticeFacts } from './notice-kinds.ts'

/** Whether a notice waits for its reader's one email a day. The others leave at once. */
export function waitsForDailyEmail(notice: NewNoticeFacts): boolean {
  switch (notice.kind) {
    case 'terms-changed':
    case 'plan-objected':
    case 'objection-answered':
    case 'approval-asked':
    case 'win-asked':
    case 'win-not-yet':
    case 'win-to-look-at':
    case 'further-win-confirmed':
    case 'further-win-reopened':
    case 'piece-answered':
    case 'outcome-asked':
    case 'comment-added':
    case 'situation-shared':
    case 'situation-withdrawn':
    case 'consent-expired':
    case 'task-removed':
    case 'task-sent-back':
    case 'plan-agreed':
    case 'task-given':
    case 'gate-opened':
    case 'team-joined':
    case 'lead-given':
    case 'handoff-answered':
    case 'lead-changed':
    case 'capability-delivered':
    case 'capability-accepted':
    case 'win-due':
    case 'colleague-came':
    case 'participant-added':
    case 'participant-changed':
    case 'champion-gone':
    case 'champion-named':
      return true
    // Told on the day on which it happens.
    case 'date-slipped':
      return !notice.facts.atOnce
    // Marketing may be using what is no longer right.
    case 'win-corrected':
      return notice.facts.reader !== 'marketing'
    case 'reference-declined':
      return !notice.facts.wasAgreed
    // Someone is waiting for it, or must know before the day's email.
    case 'invitation':
    case 'invitation-reminder':
    case 'sign-in':
    case 'sign-in-code':
    case 'member-added':
    case 'security-notice':
    case 'champion-proposed':
    case 'handoff-offered':
    case 'win-confirmed':
    case 'win-withdrawn':
    case 'reference-ready':
    case 'reference-agreed':
    case 'used-reference-ended':
    case 'reference-asked':
    case 'logo-asked':
    case 'piece-sent':
    case 'reference-call':
    case 'daily':
      return false
  }
}
