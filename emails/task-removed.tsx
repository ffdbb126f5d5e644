import { Layout, P, Strong } from './parts/layout.tsx'
import { oneLine, unstopped } from './parts/words.ts'

export type TaskRemovedProps = {
  workspace: string
  account: string
  project: string
  name: string
  task: string
  by: string
  link: string
}

export const subject = (props: TaskRemovedProps): string => oneLine(`Removed from the shared plan: ${props.task}`)

/** Tells the one who leads the plan on one side that the other took a task back to itself. */
export function TaskRemoved(props: TaskRemovedProps) {
  return (
    <Layout
      preview={`${props.by} removed it`}
      from={props.workspace}
      title={`${unstopped(props.task)} is no longer on the shared plan`}
      button={{ text: 'Open the plan', link: props.link }}
      fine={`You get this email because you lead the plan of ${props.account} and ${props.workspace} for ${unstopped(props.project)} on your side.`}
    >
      <P>
        {props.name}, {props.by} removed <Strong>“{unstopped(props.task)}”</Strong> from the shared plan. It is now
        private to the other side and still counts towards the dates.
      </P>
    </Layout>
  )
}
