import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { dayWords, subjectLine, wholeSentence, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type TaskSentBackProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  account: string
  project: string
  name: string
  task: string
  by: string
  reason: string
  /** `YYYY-MM-DD`. */
  doBy: string
  link: string
}

export function taskSentBackWords(props: TaskSentBackProps): EmailWords {
  const { name, by, reason, task } = props
  const [due, isLate] = [dayWords(props.doBy, props.sentOn), props.doBy < props.sentOn]
  return {
    subject: subjectLine(`Sent back: ${task}`),
    title: `${withoutFinalStop(task)} was sent back`,
    greeting: greeting(name),
    todo: isLate
      ? rich`Please look at this task again. It was due ${due}.`
      : rich`Please look at this task again. It is due ${due}.`,
    paragraphs: [rich`${by} sent it back, so it is open again: ${strong(`“${wholeSentence(reason)}”`)}`],
    button: emailButtons.openPlan,
    otherwise: 'If you do nothing, the task stays open, and you are told again when it is late.',
    fine: `You get this email because you own this task on the plan for ${wholeSentence(props.project)}`,
  }
}
