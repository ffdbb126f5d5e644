import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { untilAcceptedWords } from '../parts/until-accepted-words.ts'
import { subjectLine, withoutFinalStop } from '../parts/sentence-words.ts'

export type ColleagueCameProps = {
  workspace: string
  /** The champion. */
  name: string
  project: string
  colleague: string
  /** The colleague's address. */
  email: string
  /** Whether the champion has still to accept the colleague. */
  waits?: boolean
  link: string
}

export function colleagueCameWords(props: ColleagueCameProps): EmailWords {
  const { name, colleague, email, workspace, waits } = props
  return {
    subject: subjectLine(`${colleague} joined the plan: ${props.project}`),
    title: `${colleague} joined the plan`,
    greeting: greeting(name),
    todo: rich`You can let ${strong(colleague)} edit the plan, or remove this person from it.`,
    paragraphs: [
      rich`${strong(colleague)} (${email}) joined the plan for ${withoutFinalStop(props.project)} as a viewer.`,
      ...(waits ? [untilAcceptedWords(workspace, colleague)] : []),
    ],
    button: 'See participants',
    otherwise: waits
      ? `If you do nothing, ${colleague} sees only what both companies share.`
      : otherwiseWords.nothingToDo,
    fine: 'You get this email because you lead the plan on your side, and people with your company’s email domain can join it.',
  }
}
