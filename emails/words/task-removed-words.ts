import { otherwiseWords } from '../parts/otherwise-words.ts'
import type { EmailWords } from '../parts/email-words.ts'
import { rich, strong } from '../parts/rich-text.ts'
import { greeting } from './greeting-words.ts'
import { subjectLine, withoutFinalStop } from '../parts/sentence-words.ts'
import { emailButtons } from '../parts/email-button-words.ts'

export type TaskRemovedProps = {
  workspace: string
  account: string
  project: string
  name: string
  task: string
  by: string
  link: string
}

export function taskRemovedWords(props: TaskRemovedProps): EmailWords {
  const { name, by } = props
  const [task, project] = [withoutFinalStop(props.task), withoutFinalStop(props.project)]
  return {
    subject: subjectLine(`Removed from the shared plan: ${props.task}`),
    title: `${task} is no longer on the shared plan`,
    greeting: greeting(name),
    todo: rich`You do not need to do anything. The task is no longer one of your side’s.`,
    paragraphs: [
      rich`${by} removed ${strong(`“${task}”`)} from the shared plan. Only the other side can see it now. It still affects the dates.`,
    ],
    button: emailButtons.openPlan,
    otherwise: otherwiseWords.nothingToDo,
    fine: `You get this email because you lead the plan for ${project} on your side.`,
  }
}
