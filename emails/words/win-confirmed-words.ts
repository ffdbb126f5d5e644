import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { confirmerWords, fromTo, reachedWords, winTargetWords } from './win-facts-words.ts'
import { dayWords, subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type WinConfirmedProps = WinFacts & { workspace: string; name: string; announcedTo: string; link: string }

export function winConfirmedWords(props: WinConfirmedProps): EmailWords {
  const { name, account, statement, project, confirmedOn, sentOn, announcedTo } = props
  return {
    subject: subjectLine(`${account} did it: ${withoutFinalStop(statement)}`),
    title: `“${wholeSentence(statement)}”`,
    greeting: greeting(name),
    todo: rich`You can see the result on the plan and pass on the card that announces it.`,
    paragraphs: [
      rich`The first win is confirmed. ${strong(`${fromTo(props)}.`)} ${winTargetWords(props)}`,
      ...reachedWords(props),
      rich`Confirmed on ${dayWords(confirmedOn, sentOn)} by ${confirmerWords(props)}. It will be announced to ${wholeSentence(announcedTo)}`,
    ],
    button: emailButtons.seePlan,
    otherwise: otherwiseWords.nothingToDo,
    fine: `You get this email because you are on the plan for ${wholeSentence(project)}`,
  }
}
