import { Layout, P, Strong } from './parts/layout.tsx'
import { dayWords, oneLine, sentence, unstopped } from './parts/words.ts'

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

export const subject = (props: TaskSentBackProps): string => oneLine(`Sent back: ${props.task}`)

/** Tells the person in charge that a task is open again, and why. */
export function TaskSentBack(props: TaskSentBackProps) {
  return (
    <Layout
      preview={`${props.by}: ${props.reason}`}
      from={props.workspace}
      title={`${unstopped(props.task)} was sent back`}
      button={{ text: 'Open the plan', link: props.link }}
      fine={`You get this email because you own this task in the plan of ${props.account} and ${props.workspace} for ${sentence(props.project)}`}
    >
      <P>
        {props.name}, {props.by} sent this task back: <Strong>“{sentence(props.reason)}”</Strong>
      </P>
      <P>The task is open again and due {dayWords(props.doBy, props.sentOn)}.</P>
    </Layout>
  )
}
