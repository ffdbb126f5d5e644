import { Layout, P, Strong } from './parts/layout.tsx'
import { day, oneLine, sentence, unstopped } from './parts/words.ts'

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

export const subject = (props: TaskSentBackProps): string => oneLine(`Open again: ${props.task}`)

/** Tells the person in charge that a task is open again, and why. */
export function TaskSentBack(props: TaskSentBackProps) {
  return (
    <Layout
      preview={`${props.by}: ${props.reason}`}
      from={props.workspace}
      title={`${unstopped(props.task)} is open again`}
      button={{ text: 'Open the plan', link: props.link }}
      fine={`You get this because you are in charge of this task in the plan of ${props.account} and ${props.workspace} for ${sentence(props.project)}`}
    >
      <P>
        {props.name}, {props.by} sent it back: <Strong>“{sentence(props.reason)}”</Strong>
      </P>
      <P>It must be done by {day(props.doBy, props.sentOn)}.</P>
    </Layout>
  )
}
