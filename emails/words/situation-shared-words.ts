import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine, wholeSentence } from '../parts/sentence-words.ts'

export type SituationSharedProps = {
  workspace: string
  project: string
  name: string
  by: string
  /** What was heard, in plain sentences with what each is about. */
  sentences: readonly { lead: string; text: string }[]
  link: string
}

export function situationSharedWords(props: SituationSharedProps): EmailWords {
  const { name, by, project, sentences } = props
  return {
    subject: subjectLine(`Please check what ${by} heard from you: ${project}`),
    title: 'Did we hear you right?',
    greeting: greeting(name),
    todo: rich`Please confirm what ${by} heard from you, or change it.`,
    paragraphs: [
      rich`This is what ${by} noted from your conversation:`,
      ...sentences.map(({ lead, text }) => rich`${strong(`${lead}:`)} ${text}`),
    ],
    button: 'Confirm or change it',
    otherwise: 'If you do nothing, it stays a draft that no one relies on.',
    fine: `You get this email because you are on the plan for ${wholeSentence(project)} No one else at your company sees this until you confirm it.`,
  }
}
