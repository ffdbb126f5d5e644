import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich } from '../parts/rich-text.ts'
import { subjectLine, wholeSentence } from '../parts/sentence-words.ts'
import { greeting } from './greeting-words.ts'

export type ReferenceAskedProps = {
  workspace: string
  name: string
  project: string
  by: string
  statement: string
  link: string
}

export function referenceAskedWords({ workspace, name, by, statement }: ReferenceAskedProps): EmailWords {
  return {
    subject: subjectLine(`May ${workspace} use your first win as a reference?`),
    title: 'Would you be a reference?',
    greeting: greeting(name),
    todo: rich`You can choose what may be used and within which limits, or say no with one click.`,
    paragraphs: [
      rich`You confirmed your first win: “${wholeSentence(statement)}”`,
      rich`${by} asks whether ${workspace} may use it as a reference. Nothing is used until you agree.`,
      rich`You are not asked again until you have answered.`,
    ],
    button: 'Answer the question',
    otherwise: otherwiseWords.nothingUsed,
    fine: 'You get this email because you confirmed the first win or lead this plan.',
  }
}
