import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { confirmerWithDomain, fromTo, personalAddressWords, reachedWords, winTargetWords } from './win-facts-words.ts'
import { dayWords, subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greetingIfNamed } from './greeting-words.ts'

export type ReferenceReadyProps = WinFacts & { workspace: string; link: string }

export function referenceReadyWords(props: ReferenceReadyProps): EmailWords {
  const { account, confirmedBy, confirmedOn, sentOn, statement, workspace } = props
  return {
    subject: subjectLine(
      `${account} confirmed its first win (not asked for a reference yet): ${withoutFinalStop(statement)}`,
    ),
    title: `${account} confirmed its first win (not asked for a reference yet)`,
    greeting: greetingIfNamed(props.name),
    todo: rich`You can prepare the reference, but nothing may be used yet: ${account} has ${strong('not been asked')}.`,
    paragraphs: [
      rich`${strong(`${fromTo(props)}.`)} ${winTargetWords(props)} Confirmed on ${dayWords(confirmedOn, sentOn)} by ${confirmerWithDomain(props)}.`,
      ...reachedWords(props),
      ...personalAddressWords(props),
      rich`“${wholeSentence(statement)}”`,
      rich`We are asking ${confirmedBy} on the plan page now and will email you the answer.`,
    ],
    button: emailButtons.seeWin,
    otherwise: otherwiseWords.nothingToDo,
    fine: `You get this email once because you work in marketing at ${workspace}.`,
  }
}
