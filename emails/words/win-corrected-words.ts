import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import type { WinFacts } from '../parts/win-facts.ts'
import { fromTo, winTargetWords, toldWords } from './win-facts-words.ts'
import { withUnit } from '../parts/amounts.ts'
import { subjectLine, wholeSentence } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'
import { greetingIfNamed } from './greeting-words.ts'

export type WinCorrectedProps = WinFacts & {
  workspace: string
  correctedBy: string
  /** What was confirmed before. */
  before: { statement: string; measured: number; unit: string }
  /** Whether it goes to someone in marketing, or to someone on the plan. */
  reader: 'marketing' | 'plan'
  /** Whether a consent was given for the earlier words. */
  consentOnHold: boolean
  link: string
}

export function winCorrectedWords(props: WinCorrectedProps): EmailWords {
  const { account, correctedBy, statement, before, reader, workspace, consentOnHold } = props
  const isMarketing = reader === 'marketing'
  const [now, earlier] = [withUnit(props.measured, props.unit), withUnit(before.measured, before.unit)]
  return {
    subject: subjectLine(`Corrected: ${account} measured ${now}`),
    title: `${account} corrected its first win`,
    greeting: greetingIfNamed(props.name),
    todo: isMarketing
      ? rich`Please update everything that uses the earlier wording or figures.`
      : rich`You can see the corrected result on the plan.`,
    paragraphs: [
      rich`${correctedBy} corrected the confirmed result. ${strong(`${fromTo(props)}.`)} ${winTargetWords(props)}`,
      ...(now === earlier ? [] : [rich`It previously said ${earlier}.`]),
      ...(statement === before.statement
        ? []
        : [rich`The statement is now “${wholeSentence(statement)}” It was “${wholeSentence(before.statement)}”`]),
      ...(consentOnHold
        ? [
            rich`The consent to a reference was given for the earlier wording. ${strong('Nothing may be used until it is given again')}. We will email you the answer.`,
          ]
        : []),
    ],
    button: emailButtons.seeWin,
    otherwise: isMarketing ? 'If you do nothing, what is published stays wrong.' : otherwiseWords.nothingToDo,
    fine: toldWords(isMarketing, workspace),
  }
}
