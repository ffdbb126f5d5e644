import { type ReactElement, createElement } from 'react'
import { ChampionProposed, subject as championProposedSubject } from '#emails/champion-proposed.tsx'
import { Daily, subject as dailySubject } from '#emails/daily.tsx'
import { DateSlipped, subject as dateSlippedSubject } from '#emails/date-slipped.tsx'
import { HandoffOffered, subject as handoffOfferedSubject } from '#emails/handoff-offered.tsx'
import { InvitationReminder, subject as invitationReminderSubject } from '#emails/invitation-reminder.tsx'
import { Invitation, subject as invitationSubject } from '#emails/invitation.tsx'
import { MemberAdded, subject as memberAddedSubject } from '#emails/member-added.tsx'
import { ReferenceAgreed, subject as referenceAgreedSubject } from '#emails/reference-agreed.tsx'
import { ReferenceCall, subject as referenceCallSubject } from '#emails/reference-call.tsx'
import { ReferenceDeclined, subject as referenceDeclinedSubject } from '#emails/reference-declined.tsx'
import { ReferenceReady, subject as referenceReadySubject } from '#emails/reference-ready.tsx'
import type { EmailAccent, WorkspaceLook } from '#emails/parts/workspace-look.ts'
import { renderEmail } from '#emails/render-email.ts'
import { SecurityNotice, subject as securityNoticeSubject } from '#emails/security-notice.tsx'
import { SignInCode, subject as signInCodeSubject } from '#emails/sign-in-code.tsx'
import { SignIn, subject as signInSubject } from '#emails/sign-in.tsx'
import { UsedReferenceEnded, subject as usedReferenceEndedSubject } from '#emails/used-reference-ended.tsx'
import { WinConfirmed, subject as winConfirmedSubject } from '#emails/win-confirmed.tsx'
import { WinCorrected, subject as winCorrectedSubject } from '#emails/win-corrected.tsx'
import { WinWithdrawn, subject as winWithdrawnSubject } from '#emails/win-withdrawn.tsx'
import { type PlanLinks, planLinks } from '#app/kit/paths.ts'
import { accentFrom } from '#app/ui/accent.ts'
import { type KeptMessage, type SecretPlaces, secretPlaces } from './kept-message.ts'
import { topicOf } from '#app/outbox/email-topics.ts'
import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'
import type { SentNotice } from '#app/outbox/when-told.ts'
import { shownFacts } from './shown-facts.ts'

/** Where a button leads: to a link that is secret, or to a page for people who sign in by themselves. */
export type NoticeLink = { tokenId: string; next: string | null } | { url: string }

/** The link of the email's button, and those to the plans of a day's email, by plan. */
export type NoticeLinks = { own: NoticeLink; plans: Map<string, NoticeLink> }

/** The same link, to another page. */
const leadingTo = (link: NoticeLink, path: string): NoticeLink =>
  'url' in link ? { url: new URL(path, link.url).href } : { ...link, next: path }

/** What an email needs to be sent besides its facts: where it leads, and on which day, `YYYY-MM-DD`, it is seen first. */
export type NoticeDelivery = { links: NoticeLinks; sentOn: string }

/** What an email says, with its secrets left out. */
export type RenderedEmail = Pick<KeptMessage, 'subject' | 'html' | 'text'>

type Email = { subject: string; element: ReactElement }

const email = <Props extends object>(
  body: (props: Props) => ReactElement,
  subject: (props: Props) => string,
  props: Props,
): Email => ({ subject: subject(props), element: createElement(body, props) })

function emailOf(notice: SentNotice, { links, sentOn }: NoticeDelivery, places: SecretPlaces): Email {
  const addressOf = (to: NoticeLink) => ('url' in to ? to.url : places.mark({ link: to.tokenId, next: to.next }))
  const taskAddresses = (toPlan: NoticeLink, to: PlanLinks, taskId: string) => ({
    doneLink: addressOf(leadingTo(toPlan, to.markDone(taskId))),
    // Questions are the customer's; members, who sign in by themselves, write to their colleagues.
    stuckLink: addressOf(leadingTo(toPlan, 'url' in toPlan ? to.taskTalk(taskId) : to.ask(taskId))),
  })
  const link = addressOf(links.own)
  switch (notice.kind) {
    case 'daily': {
      const linked = (plan: DailyPlanFacts) => {
        const toPlan = links.plans.get(plan.planId) ?? links.own
        const comments = plan.comments?.map(({ path, ...comment }) => ({
          ...comment,
          link: path && addressOf(leadingTo(toPlan, path)),
        }))
        const waiting = plan.waiting.map(({ taskId, ...task }) => ({
          ...task,
          ...(taskId !== undefined && taskAddresses(toPlan, planLinks(plan.planId), taskId)),
        }))
        return { ...plan, link: addressOf(toPlan), comments, waiting }
      }
      const [first, ...rest] = notice.facts.plans
      return email(Daily, dailySubject, {
        ...notice.facts,
        plans: [linked(first), ...rest.map(linked)],
      })
    }
    case 'invitation':
      return email(Invitation, invitationSubject, { ...notice.facts, link, sentOn })
    case 'invitation-reminder':
      return email(InvitationReminder, invitationReminderSubject, { ...notice.facts, link, sentOn })
    case 'date-slipped':
      return email(DateSlipped, dateSlippedSubject, { ...notice.facts, link, sentOn })
    case 'sign-in':
      return email(SignIn, signInSubject, { ...notice.facts, link, sentOn })
    case 'sign-in-code':
      return email(SignInCode, signInCodeSubject, { ...notice.facts, code: places.mark({ code: notice.facts.codeId }) })
    case 'champion-proposed':
      return email(ChampionProposed, championProposedSubject, { ...notice.facts, link, sentOn })
    case 'handoff-offered':
      return email(HandoffOffered, handoffOfferedSubject, { ...notice.facts, link })
    case 'win-confirmed':
      return email(WinConfirmed, winConfirmedSubject, { ...notice.facts, link, sentOn })
    case 'reference-ready':
      return email(ReferenceReady, referenceReadySubject, { ...notice.facts, link, sentOn })
    case 'reference-agreed':
      return email(ReferenceAgreed, referenceAgreedSubject, { ...notice.facts, link, sentOn })
    case 'reference-declined':
      return email(ReferenceDeclined, referenceDeclinedSubject, { ...notice.facts, link, sentOn })
    case 'used-reference-ended':
      return email(UsedReferenceEnded, usedReferenceEndedSubject, { ...notice.facts, link, sentOn })
    case 'reference-call':
      return email(ReferenceCall, referenceCallSubject, { ...notice.facts, link })
    case 'member-added':
      return email(MemberAdded, memberAddedSubject, { ...notice.facts, link, sentOn })
    case 'security-notice':
      return email(SecurityNotice, securityNoticeSubject, { ...notice.facts, link, sentOn })
    case 'win-corrected':
      return email(WinCorrected, winCorrectedSubject, { ...notice.facts, link, sentOn })
    case 'win-withdrawn':
      return email(WinWithdrawn, winWithdrawnSubject, { ...notice.facts, link, sentOn })
  }
}

/** The workspace's colour, `#rrggbb`, the addresses of its logo and of the customer's, where they have them, and what becomes of an answer. */
export type NoticeLook = { colour: string | null } & Pick<WorkspaceLook, 'logo' | 'customer' | 'answers'>

/** Emails of no topic that no one asked for: they, too, say where to choose, and mail programs can end them. */
const unasked: readonly SentNotice['kind'][] = ['daily', 'invitation', 'invitation-reminder']

/** What an email says, in both its forms, with its secrets left out. */
export async function renderNotice(
  notice: SentNotice,
  sending: NoticeDelivery,
  { colour, ...look }: NoticeLook = { colour: null, logo: null, customer: null, answers: null },
): Promise<RenderedEmail> {
  const places = secretPlaces()
  const { subject, element } = emailOf(shownFacts(notice), sending, places)
  const offersChoices = unasked.includes(notice.kind) || topicOf(notice) !== null
  const { html, text } = await renderEmail(element, {
    ...look,
    choices: offersChoices ? places.mark({ emails: 'choices' }) : null,
    ...(colour === null ? {} : { accent: emailAccent(colour) }),
  })
  return { subject, html: places.partsOf(html), text: places.partsOf(text) }
}

function emailAccent(colour: string): EmailAccent {
  const { light, dark } = accentFrom(colour)
  return { accent: light.accent, onAccent: light.on, dark: { accent: dark.accent, onAccent: dark.on } }
}
