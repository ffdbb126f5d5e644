import { z } from 'zod'
import type { ColleagueCameProps } from '#emails/colleague-came.tsx'
import type { DailyPlan, DailyProps, DailyTask } from '#emails/daily.tsx'
import type { InvitationProps } from '#emails/invitation.tsx'
import type { MemberAddedProps } from '#emails/member-added.tsx'
import type { ReferenceAgreedProps } from '#emails/reference-agreed.tsx'
import type { ReferenceDeclinedProps } from '#emails/reference-declined.tsx'
import type { ReferenceReadyProps } from '#emails/reference-ready.tsx'
import type { ChampionProposedProps } from '#emails/champion-proposed.tsx'
import type { ParticipantAddedProps } from '#emails/participant-added.tsx'
import type { ParticipantChangedProps } from '#emails/participant-changed.tsx'
import type { SecurityNoticeProps } from '#emails/security-notice.tsx'
import type { SignInCodeProps } from '#emails/sign-in-code.tsx'
import type { SignInProps } from '#emails/sign-in.tsx'
import type { SituationSharedProps } from '#emails/situation-shared.tsx'
import type { TaskRemovedProps } from '#emails/task-removed.tsx'
import type { TaskSentBackProps } from '#emails/task-sent-back.tsx'
import type { WinConfirmedProps } from '#emails/win-confirmed.tsx'
import type { WinCorrectedProps } from '#emails/win-corrected.tsx'
import type { WinWithdrawnProps } from '#emails/win-withdrawn.tsx'

/** A plan in the email of a day; its link is made when the email is rendered. */
export type DailyPlanFacts = Omit<DailyPlan, 'link'> & { planId: string }

/** The facts of each kind of notice: what its email says, but for links and codes, which are put in when it is sent. */
type Facts = {
  invitation: InvitationProps
  'sign-in': SignInProps
  'sign-in-code': Omit<SignInCodeProps, 'code'> & { codeId: string }
  'colleague-came': ColleagueCameProps
  'participant-added': ParticipantAddedProps
  'participant-changed': ParticipantChangedProps
  'champion-proposed': ChampionProposedProps
  'situation-shared': SituationSharedProps
  'task-removed': TaskRemovedProps
  'task-sent-back': TaskSentBackProps
  'win-confirmed': WinConfirmedProps
  'reference-ready': ReferenceReadyProps
  'reference-agreed': ReferenceAgreedProps
  'reference-declined': ReferenceDeclinedProps
  'member-added': MemberAddedProps
  'security-notice': SecurityNoticeProps
  'win-corrected': WinCorrectedProps
  'win-withdrawn': WinWithdrawnProps
  /** What changed is looked up when the day's email is written. */
  'terms-changed': Record<never, never>
  'plan-objected': { by: string; reason: string }
  'objection-answered': { by: string; text: string }
  /** Collects the daily ones of a person. */
  daily: Omit<DailyProps, 'plans'> & {
    plans: readonly [DailyPlanFacts, ...DailyPlanFacts[]]
    /** The tasks that it lists, by id, and why: so that none is told of every day. */
    told: readonly { task: string; why: NonNullable<DailyTask['why']> }[]
  }
}

export type NoticeKind = keyof Facts

/** As a notice keeps them. */
export type NoticeFacts = {
  [Kind in NoticeKind]: { kind: Kind; facts: Omit<Facts[Kind], 'link' | 'sentOn'> }
}[NoticeKind]

/** Kept among the facts of a notice: who acted, by id. */
export const noticeSender = z.object({ kind: z.enum(['member', 'participant']), id: z.uuid() })
export type NoticeSender = z.infer<typeof noticeSender>

/** The email of a day tells of these; they have none of their own. */
const toldDaily = ['terms-changed', 'plan-objected', 'objection-answered'] as const satisfies NoticeKind[]
type ToldDaily = (typeof toldDaily)[number]

/** A notice with an email of its own. */
export type SentNotice = Exclude<NoticeFacts, { kind: ToldDaily }>

export const hasEmail = (notice: NoticeFacts): notice is SentNotice => !toldDaily.some((kind) => kind === notice.kind)

/** The facts of a stored notice; they are written by `writeNotice` alone, which holds them to their kind. */
export const factsOf = ({ kind, facts }: { kind: string; facts: unknown }) => ({ kind, facts }) as NoticeFacts

/** As a command gives them: for how long the link works is known where it is made. */
export type NewNoticeFacts = {
  [Kind in NoticeKind]: { kind: Kind; facts: Omit<Facts[Kind], 'link' | 'sentOn' | 'validFor'> }
}[NoticeKind]
