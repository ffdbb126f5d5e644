import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine, possessive } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type MemberAddedProps = {
  workspace: string
  name: string
  /** Who added the person; null for the first one of a new workspace. */
  by: string | null
  /** For how long the link works, in words: "14 days". */
  validFor: string
  link: string
  /** Was a member before, with an address that did not reach them. */
  isCorrected?: boolean
}

/** Invites a member again, at the address that an admin corrected. */
function correctedWords({ name, workspace, by, validFor }: MemberAddedProps & { by: string }): EmailWords {
  const title = `${by} corrected your email address`
  return {
    subject: subjectLine(`${title}: your link to sign in`),
    title,
    greeting: greeting(name),
    todo: rich`Sign in with the button below to see your plans. The link is for you only. It works once and expires in ${validFor}.`,
    paragraphs: [
      rich`Emails of ${workspace} to your old address did not reach you. Your roles, plans and tasks are as they were.`,
      rich`You were signed out on all devices, and passkeys you had were removed. You can add them again once you have signed in.`,
    ],
    button: emailButtons.signIn,
    otherwise: 'If you do nothing, the link expires and you can request a new one with this email address.',
    fine: 'If you are not this person, please ignore this email and do not use the link.',
  }
}

export function memberAddedWords(props: MemberAddedProps): EmailWords {
  const { name, workspace, by, validFor } = props
  if (props.isCorrected && by !== null) return correctedWords({ ...props, by })
  const title =
    by === null
      ? `${possessive(workspace)} workspace is ready`
      : `${by} added you to ${possessive(workspace)} workspace`
  return {
    subject: subjectLine(`${title}: your link to sign in`),
    title,
    greeting: greeting(name),
    todo: rich`Sign in with the button below to see the plans of your workspace. The link is for you only. It works once and expires in ${validFor}.`,
    paragraphs: [
      rich`This is where ${workspace} and its customers plan together: who does what on both sides, up to the customer’s first win.`,
      rich`When it has expired, request a new one with your email address.`,
    ],
    button: emailButtons.signIn,
    otherwise: 'If you do nothing, the link expires and you can request a new one.',
    fine: 'No password, nothing to install. If you did not expect this email, you can ignore it.',
  }
}
