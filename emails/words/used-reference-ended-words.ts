import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { atSentenceStart, dayWords, possessive, subjectLine, withoutFinalStop } from '../parts/sentence-words.ts'
import { greeting } from './greeting-words.ts'

export type UsedReferenceEndedProps = {
  workspace: string
  name: string
  account: string
  project: string
  by: string
  /** What the reader used, when and for what, as they noted it. */
  uses: readonly { kind: string; on: string; what: string }[]
  link: string
  sentOn: string
}

export function usedReferenceEndedWords(props: UsedReferenceEndedProps): EmailWords {
  const { name, account, by, uses, sentOn } = props
  return {
    subject: subjectLine(`Stop using: ${possessive(account)} reference has ended`),
    preview: `${by} ended the consent`,
    title: `${possessive(account)} reference has ended`,
    paragraphs: [
      greeting(name),
      rich`${by} ended the consent that covered what you used. ${strong('Stop using it now.')} Please take down anything already published.`,
      ...uses.map(
        ({ kind, on, what }) =>
          rich`${strong(atSentenceStart(kind))}, used on ${dayWords(on, sentOn)}: ${withoutFinalStop(what)}.`,
      ),
    ],
    button: emailButtons.openPlan,
    otherwise: otherwiseWords.noConsent,
    fine: 'You get this email because you noted that you used this reference.',
  }
}
