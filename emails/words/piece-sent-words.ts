import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { subjectLine } from '../parts/sentence-words.ts'
import { greeting } from './greeting-words.ts'

export type PieceSentProps = {
  workspace: string
  name: string
  project: string
  by: string
  /** What was written, in words: "quote", "case study". */
  piece: string
  link: string
}

export function pieceSentWords({ workspace, name, by, piece }: PieceSentProps): EmailWords {
  return {
    subject: subjectLine(`Please approve the ${piece} about your first win`),
    title: `Please read the ${piece} about your first win`,
    greeting: greeting(name),
    todo: rich`Please read the ${piece} and approve it, or send it back with a reason.`,
    paragraphs: [
      rich`${by} at ${workspace} wrote a ${piece} about your first win. ${strong('It is shown only if you approve it')}, and then word for word.`,
    ],
    button: 'Read and answer',
    otherwise: otherwiseWords.nothingUsed,
    fine: 'You get this email because you agreed to this as part of a reference.',
  }
}
