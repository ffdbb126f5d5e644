import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine } from '../parts/sentence-words.ts'

export type SecurityNoticeProps = {
  workspace: string
  name: string
  /** What happened, as a title: "Ana Lind signed you out". */
  title: string
  /** The same in a sentence, with its details. */
  happened: string
  /** What the button says; it leads to what the email is about. */
  button?: string
  /** Why the reader gets it, where it is not about how they sign in. */
  fine?: string
  link: string
}

export function securityNoticeWords(props: SecurityNoticeProps): EmailWords {
  const { workspace, name, title, happened } = props
  return {
    subject: subjectLine(`${title}: ${workspace}`),
    title,
    greeting: greeting(name),
    todo: rich`Please check that you expected this.`,
    paragraphs: [rich`${happened}`],
    button: props.button ?? 'See where you are signed in',
    otherwise: 'If you expected this, you do not need to do anything.',
    fine:
      props.fine ??
      'We send this email to keep your account secure. If you did not expect it, tell an admin of your workspace.',
  }
}
