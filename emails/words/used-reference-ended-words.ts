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
  /** Not for good: until the champion agrees to what was corrected. */
  isOnHold?: boolean | undefined
  /** What the reader used, when and for what, as they noted it. */
  uses: readonly { kind: string; on: string; what: string }[]
  link: string
  sentOn: string
}

export function usedReferenceEndedWords(props: UsedReferenceEndedProps): EmailWords {
  const { name, account, by, isOnHold = false, uses, sentOn } = props
  const reference = `${possessive(account)} reference`
  return {
    subject: subjectLine(isOnHold ? `On hold: ${reference}` : `Stop using: ${reference} has ended`),
    title: isOnHold ? `${reference} is on hold` : `${reference} has ended`,
    greeting: greeting(name),
    todo: isOnHold
      ? rich`Please check that what you published is still right. ${strong('Use nothing new of it')} until ${by} agrees again.`
      : rich`${strong('Stop using it now.')} Please take down anything already published.`,
    paragraphs: [
      isOnHold
        ? rich`${by} corrected the first win after agreeing to what you used.`
        : rich`${by} ended the consent that covered what you used.`,
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
