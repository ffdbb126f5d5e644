import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type SignInProps = {
  workspace: string
  name: string
  /** For how long the link works, in words: "30 minutes"; left out where it is the address of the company's own sign-in, the only way in. */
  validFor?: string | undefined
  link: string
  /** Where the workspace's members also sign in by their company's own sign-in, or nowhere else. */
  signOn?: { required: boolean; link: string }
}

export function signInWords(props: SignInProps): EmailWords {
  const { workspace, name, validFor, signOn } = props
  const common = {
    subject: subjectLine(`Your link to sign in to ${workspace}`),
    title: emailButtons.signIn,
    otherwise: 'If you do nothing, the link is not used and no one is signed in.',
    fine: 'You get this email because someone entered your address on the sign-in page. If that was not you, you can ignore it.',
  }
  // Where the company's own sign-in is the only way in, the address is not a link that expires.
  if (signOn?.required || validFor === undefined)
    return {
      ...common,
      greeting: greeting(name),
      todo: rich`Sign in through your company’s single sign-on: the button leads there.`,
      paragraphs: [rich`Members of ${workspace} sign in there. You can bookmark the address and use it again.`],
      button: emailButtons.signInThroughCompany,
    }
  return {
    ...common,
    greeting: greeting(name),
    todo: rich`Sign in with the button below. The link works once and expires in ${validFor}.`,
    paragraphs: [
      ...(signOn
        ? [rich`You can also sign in through your company. Bookmark this address: ${{ link: signOn.link }}`]
        : []),
    ],
    button: emailButtons.signIn,
  }
}
