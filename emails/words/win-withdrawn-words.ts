import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { fromTo, toldWords } from './win-facts-words.ts'
import { dayWords, subjectLine, possessive, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greetingIfNamed } from './greeting-words.ts'

export type WinWithdrawnProps = WinFacts & {
  workspace: string
  withdrawnBy: string
  /** In the words of who withdrew it. */
  reason: string
  /** Whether it goes to someone in marketing, or to someone on the plan. */
  reader: 'marketing' | 'plan'
  /** Whether a consent to a reference ended with it. */
  consentEnded: boolean
  link: string
}

export function winWithdrawnWords(props: WinWithdrawnProps): EmailWords {
  const { account, withdrawnBy, statement, reason, reader, workspace, consentEnded } = props
  const isMarketing = reader === 'marketing'
  return {
    subject: subjectLine(`Withdrawn: ${possessive(account)} first win “${withoutFinalStop(statement)}”`),
    title: `${account} withdrew its first win`,
    greeting: greetingIfNamed(props.name),
    todo: isMarketing
      ? rich`${strong('Nothing about this win may be used.')} Please take down anything already published.`
      : rich`You can see on the plan what is open again.`,
    paragraphs: [
      rich`${withdrawnBy} withdrew the first win confirmed on ${dayWords(props.confirmedOn, props.sentOn)}: “${wholeSentence(statement)}” ${fromTo(props)}.`,
      rich`Reason: ${wholeSentence(reason)}`,
      rich`The plan for ${withoutFinalStop(props.project)} is open again.`,
      ...(consentEnded ? [rich`The consent to a reference has ended.`] : []),
    ],
    button: isMarketing ? 'See the references' : emailButtons.seePlan,
    otherwise: isMarketing ? otherwiseWords.noConsent : otherwiseWords.nothingToDo,
    fine: toldWords(isMarketing, workspace),
  }
}
