import { Layout, P, Strong } from './parts/layout.tsx'
import { Waits } from './parts/waits.tsx'
import { oneLine, sentence, unstopped } from './parts/words.ts'

export type ParticipantAddedProps = {
  workspace: string
  /** The champion. */
  name: string
  project: string
  person: string
  /** The person's address. */
  email: string
  /** Who was added by the same form, and in the same way. */
  others?: readonly { person: string; email: string }[] | undefined
  role: 'champion' | 'contributor' | 'viewer'
  /** Who invited the person. */
  by: string
  /** Whether the champion has still to accept the person. */
  waits: boolean
  link: string
}

const added = ({ person, others = [] }: ParticipantAddedProps): string =>
  others.length === 0 ? person : `${person} and ${others.length === 1 ? '1 other' : `${others.length} others`}`

export const subject = (props: ParticipantAddedProps): string =>
  oneLine(`${props.by} added ${added(props)}: ${props.project}`)

/** Tells the champion at once who was added to the plan by somebody else. */
export function ParticipantAdded(props: ParticipantAddedProps) {
  const { others = [] } = props
  return (
    <Layout
      preview={
        others.length === 0 ? `${props.person} (${props.email}) was added as ${props.role}` : `Added as ${props.role}`
      }
      from={props.workspace}
      title={`${props.by} added ${added(props)}`}
      button={{ text: 'Open the plan', link: props.link }}
      fine="You get this email because you lead the plan on your side."
    >
      {others.length === 0 ? (
        <P>
          {props.name}, <Strong>{props.person}</Strong> ({props.email}) was added as {props.role} to the plan for{' '}
          {sentence(props.project)}
        </P>
      ) : (
        <>
          <P>
            {props.name}, these people were added to the plan for {unstopped(props.project)}, each as {props.role}:
          </P>
          {[props, ...others].map(({ person, email }) => (
            <P key={email}>
              <Strong>{person}</Strong> ({email})
            </P>
          ))}
        </>
      )}
      {props.waits && <Waits vendor={props.workspace} name={others.length === 0 ? props.person : null} />}
    </Layout>
  )
}
