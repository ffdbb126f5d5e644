import type { NoticeFacts, NoticeKind } from './notice-kinds.ts'

/** The email of a day mentions these; they have none of their own. */
const toldDaily = [
  'terms-changed',
  'plan-objected',
  'objection-answered',
  'approval-asked',
  ...(['win-asked', 'win-not-yet', 'win-to-look-at'] as const),
  'further-win-confirmed',
  'further-win-reopened',
  'situation-withdrawn',
  'consent-expired',
  'piece-answered',
  'outcome-asked',
  'comment-added',
  'plan-agreed',
  'task-given',
  'gate-opened',
  'team-joined',
  ...(['lead-given', 'handoff-answered', 'lead-changed'] as const),
  ...(['capability-delivered', 'capability-accepted'] as const),
  'win-due',
  ...(['champion-gone', 'champion-named'] as const),
] as const satisfies NoticeKind[]
export type ToldDaily = (typeof toldDaily)[number]

/** A notice with an email of its own. */
export type SentNotice = Exclude<NoticeFacts, { kind: ToldDaily }>

export const hasEmail = (notice: NoticeFacts): notice is SentNotice => !toldDaily.some((kind) => kind === notice.kind)
