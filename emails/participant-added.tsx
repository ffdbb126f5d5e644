import { Layout, P, Strong } from './parts/layout.tsx'
import { Waits } from './parts/waits.tsx'
import { oneLine, unstopped } from './parts/words.ts'

export type ParticipantAddedProps = {
  workspace: string
  /** The champion. */
  name: string
  project: string
  person: string
  /** The person's address. */
  email: string
  role: 'champion' | 'contributor' | 'viewer'
  /** Who invited the person. */
  by: string
  /** Whether the champion has still to accept the person. */
  waits: boolean
  link: string
}

export const subject = (props: ParticipantAddedProps): string =>
  oneLine(`${props.by} added ${props.person}: ${props.project}`)

/** Tells the champion at once whom somebody else has added to the plan. */
export function ParticipantAdded(props: ParticipantAddedProps) {
  return (
    <Layout
      preview={`${props.person} (${props.email}) was added as ${props.role}`}
      from={props.workspace}
      title={`${props.by} added ${props.person}`}
      button={{ text: 'Open the plan', link: props.link }}
      fine="You get this because you lead the plan on your side."
    >
      <P>
        {props.name}, <Strong>{props.person}</Strong> ({props.email}) was added as {props.role} to the plan for{' '}
        {unstopped(props.project)}.
      </P>
      {props.waits && <Waits vendor={props.workspace} name={props.person} />}
    </Layout>
  )
}
