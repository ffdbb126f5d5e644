import type { ColleagueCameProps } from '#emails/colleague-came.tsx'
import type { DailyProps, DailyStep } from '#emails/daily.tsx'
import type { InvitationProps } from '#emails/invitation.tsx'
import type { MemberAddedProps } from '#emails/member-added.tsx'
import type { ReferenceAgreedProps } from '#emails/reference-agreed.tsx'
import type { ReferenceDeclinedProps } from '#emails/reference-declined.tsx'
import type { ReferenceReadyProps } from '#emails/reference-ready.tsx'
import type { SignInCodeProps } from '#emails/sign-in-code.tsx'
import type { SignInProps } from '#emails/sign-in.tsx'
import type { SituationSharedProps } from '#emails/situation-shared.tsx'
import type { TaskSentBackProps } from '#emails/task-sent-back.tsx'
import type { WinConfirmedProps } from '#emails/win-confirmed.tsx'
import type { WinCorrectedProps } from '#emails/win-corrected.tsx'

/** The facts of each kind of notice: what its email says, but for the link, which is made when it is rendered. */
type Facts = {
  invitation: InvitationProps
  'sign-in': SignInProps
  /** Its code is a stand-in until it is sent. */
  'sign-in-code': SignInCodeProps
  'colleague-came': ColleagueCameProps
  'situation-shared': SituationSharedProps
  'task-sent-back': TaskSentBackProps
  'win-confirmed': WinConfirmedProps
  'reference-ready': ReferenceReadyProps
  'reference-agreed': ReferenceAgreedProps
  'reference-declined': ReferenceDeclinedProps
  'member-added': MemberAddedProps
  'win-corrected': WinCorrectedProps
  /** Collects the daily ones of a person; its plans' links are stand-ins until it is sent. */
  daily: DailyProps & {
    /** The steps that it lists, by id, and why: so that none is told of every day. */
    told: readonly { step: string; why: NonNullable<DailyStep['why']> }[]
  }
}

export type NoticeKind = keyof Facts

/** As a notice keeps them. */
export type NoticeFacts = { [Kind in NoticeKind]: { kind: Kind; facts: Omit<Facts[Kind], 'link'> } }[NoticeKind]

/** As a command gives them: for how long the link works is known where it is made. */
export type NewNoticeFacts = {
  [Kind in NoticeKind]: { kind: Kind; facts: Omit<Facts[Kind], 'link' | 'validFor'> }
}[NoticeKind]
