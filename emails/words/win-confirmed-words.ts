import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { confirmerWords, fromTo, targetWords } from './win-facts-words.ts'
import { dayWords, oneLine, sentence, unstopped } from '../parts/words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type WinConfirmedProps = WinFacts & { workspace: string; name: string; announcedTo: string; link: string }

export function winConfirmedWords(props: WinConfirmedProps): EmailWords {
  const { name, account, statement, project, confirmedOn, sentOn, announcedTo } = props
  return {
    subject: oneLine(`${account} did it: ${unstopped(statement)}`),
    preview: fromTo(props),
    title: `“${sentence(statement)}”`,
    paragraphs: [
      greeting(name),
      rich`The first win is confirmed. ${strong(`${fromTo(props)}.`)} ${targetWords(props)}`,
      rich`Confirmed on ${dayWords(confirmedOn, sentOn)} by ${confirmerWords(props)}. It will be announced to ${sentence(announcedTo)}`,
    ],
    button: emailButtons.seePlan,
    fine: `You get this email because you are on the plan for ${sentence(project)}`,
  }
}
