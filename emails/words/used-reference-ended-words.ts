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
  /** Still agreed to, with other words or within narrower limits. */
  changed?: 'words' | 'limits' | undefined
  /** What the reader used, when and for what, as they noted it. */
  uses: readonly { kind: string; on: string; what: string }[]
  link: string
  sentOn: string
}

export function usedReferenceEndedWords(props: UsedReferenceEndedProps): EmailWords {
  const { name, account, uses, sentOn } = props
  const { subject, title, todo, why } = changeWords(props, `${possessive(account)} reference`)
  return {
    subject: subjectLine(subject),
    title,
    greeting: greeting(name),
    todo,
    paragraphs: [
      why,
      ...uses.map(
        ({ kind, on, what }) =>
          rich`${strong(atSentenceStart(kind))}, used on ${dayWords(on, sentOn)}: ${withoutFinalStop(what)}.`,
      ),
    ],
    button: emailButtons.openPlan,
    otherwise: props.changed ? otherwiseWords.outsideConsent : otherwiseWords.noConsent,
    fine: 'You get this email because you noted that you used this reference.',
  }
}

type Changed = Pick<UsedReferenceEndedProps, 'by' | 'isOnHold' | 'changed'>

/** What became of what the reader used, and what to do about it. */
function changeWords({ by, isOnHold = false, changed }: Changed, reference: string) {
  if (changed === 'words')
    return {
      subject: `New wording: ${reference}`,
      title: `${reference} has a new wording`,
      todo: rich`Please ${strong('use only the new wording')} and replace the earlier one wherever it is published.`,
      why: rich`${by} approved other words for what you used.`,
    }
  if (changed === 'limits')
    return {
      subject: `New limits: ${reference}`,
      title: `${reference} has narrower limits`,
      todo: rich`Please check that what you used is within the new limits. ${strong('Use nothing outside them.')}`,
      why: rich`${by} narrowed the limits for what you used.`,
    }
  if (isOnHold)
    return {
      subject: `On hold: ${reference}`,
      title: `${reference} is on hold`,
      todo: rich`Please check that what you published is still right. ${strong('Use nothing new of it')} until ${by} agrees again.`,
      why: rich`${by} corrected the first win after agreeing to what you used.`,
    }
  return {
    subject: `Stop using: ${reference} has ended`,
    title: `${reference} has ended`,
    todo: rich`${strong('Stop using it now.')} Please take down anything already published.`,
    why: rich`${by} ended the consent that covered what you used.`,
  }
}
