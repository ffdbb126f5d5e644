import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { dayWords, subjectLine, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greeting } from './greeting-words.ts'

export type InvitationReminderProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  inviter: string
  inviterCompany: string
  /** Who is invited. */
  name: string
  account: string
  project: string
  /** The day of the invitation, `YYYY-MM-DD`. */
  invitedOn: string
  /** Whether no other reminder follows. */
  isLast: boolean
  /** For how long the link works, in words: "14 days". */
  validFor: string
  link: string
}

export function invitationReminderWords(props: InvitationReminderProps): EmailWords {
  const { name, inviter, inviterCompany, sentOn, isLast, validFor } = props
  const project = withoutFinalStop(props.project)
  const invited = dayWords(props.invitedOn, sentOn)
  return {
    subject: subjectLine(`Reminder: ${inviter} invited you on ${invited}: ${props.project}`),
    title: `${inviter} invited you on ${invited}`,
    greeting: greeting(name),
    todo: rich`Open the plan to see your part in it. No password is needed, and there is nothing to install.`,
    paragraphs: [
      rich`${strong(inviter)} of ${inviterCompany} invited you to the plan that ${props.account} and ${props.workspace} share for ${project}.`,
    ],
    button: emailButtons.openPlan,
    otherwise: isLast
      ? `This is the last reminder. If you do nothing, ${inviter} sees that you have not opened the plan.`
      : 'If you do nothing, you get one more reminder.',
    fine: `This link is for you only and works for ${validFor}.`,
  }
}
