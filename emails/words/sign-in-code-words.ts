import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine } from '../parts/sentence-words.ts'

/** The title of the email, and of the page that asks for the code. */
export const signInCodeTitle = 'Your code'

export type SignInCodeProps = {
  workspace: string
  name: string
  /** Six digits. */
  code: string
  /** For how long the code works, in words: "10 minutes". */
  works: string
}

export function signInCodeWords(props: SignInCodeProps): EmailWords {
  const { workspace, name, works } = props
  return {
    subject: subjectLine(`Your code to sign in to ${workspace}`),
    title: signInCodeTitle,
    greeting: greeting(name),
    todo: rich`Enter this code on the page that asks for it. It works once and expires in ${works}.`,
    paragraphs: [],
    otherwise: 'If you do nothing, no one is signed in.',
    fine: 'You get this email because someone opened your link on a new device. If that was not you, do not share the code.',
  }
}
