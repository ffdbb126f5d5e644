import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'

export type HandoffOfferedProps = {
  workspace: string
  account: string
  project: string
  /** The member who is asked. */
  name: string
  /** Who asks: the lead, or an admin. */
  by: string
  /** Who leads the plan until then. */
  lead: string
  note: string | null
  link: string
}

export function handoffOfferedWords({ account, project, name, by, lead, note }: HandoffOfferedProps): EmailWords {
  const plan = `${account}, ${withoutFinalStop(project)}`
  return {
    subject: subjectLine(`${by} asks you to take over the plan with ${account}: ${project}`),
    title: `Take over the plan with ${account}?`,
    greeting: greeting(name),
    todo: rich`Please read the brief, then accept the handoff or send it back with questions.`,
    paragraphs: [
      rich`${strong(by)} asks you to lead the plan for ${strong(plan)}.`,
      ...(note === null ? [] : [rich`${by} writes: ${strong(`“${wholeSentence(note)}”`)}`]),
    ],
    button: 'Read the brief',
    otherwise: `If you do nothing, ${lead} stays responsible.`,
    fine: 'You get this email because you were asked to lead this plan.',
  }
}
