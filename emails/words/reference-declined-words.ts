import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { fromTo } from './win-facts-words.ts'
import { listWords } from '../parts/list-words.ts'
import { subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greetingIfNamed } from './greeting-words.ts'

export type ReferenceDeclinedProps = WinFacts & {
  workspace: string
  answeredBy: string
  /** Whether there was a consent, which is taken back by this. */
  wasAgreed: boolean
  /** What could be used until now, in words; empty where nothing was agreed to. */
  kinds: readonly string[]
  link: string
}

export function referenceDeclinedWords(props: ReferenceDeclinedProps): EmailWords {
  const { account, answeredBy, wasAgreed, kinds, statement, workspace } = props
  const win = rich`The win: “${wholeSentence(statement)}” ${fromTo(props)}.`
  const common = {
    button: emailButtons.seeWin,
    fine: `You get this email because you work in marketing at ${workspace}.`,
  }
  if (wasAgreed)
    return {
      ...common,
      subject: subjectLine(`Stop using: ${account} withdrew its reference`),
      title: `${account} withdrew its reference`,
      otherwise: otherwiseWords.noConsent,
      greeting: greetingIfNamed(props.name),
      todo: rich`${strong(`Stop using ${listWords(kinds)} now.`)} Please take down anything already published.`,
      paragraphs: [rich`${answeredBy} withdrew the consent that covered ${listWords(kinds)}.`, win],
    }
  return {
    ...common,
    subject: subjectLine(`${account} declined to be a reference: ${withoutFinalStop(statement)}`),
    title: `${account} declined to be a reference`,
    otherwise: otherwiseWords.nothingToDo,
    greeting: greetingIfNamed(props.name),
    todo: rich`${strong('Nothing may be used.')} You do not need to do anything.`,
    paragraphs: [rich`${answeredBy} said no, and we will not ask again.`, win],
  }
}
