import { Layout, P, Strong } from './parts/layout.tsx'
import { oneLine, sentence, unstopped } from './parts/words.ts'

export type ParticipantChangedProps = {
  workspace: string
  /** Who is told: the champion, or the person that it concerns. */
  name: string
  project: string
  person: string
  /** The person's address. */
  email: string
  /** Who changed it. */
  by: string
  before: string
  /** The new role; null where the person was taken off the plan. */
  after: string | null
  link: string
}

const whatHappened = ({ person, after }: ParticipantChangedProps) =>
  after === null ? `${person} was removed from the plan` : `${person} is now ${after}`

export const subject = (props: ParticipantChangedProps): string => oneLine(`${whatHappened(props)}: ${props.project}`)

/** Tells the champion, and who was or is the champion, at once that a participant is something else on the plan now. */
export function ParticipantChanged(props: ParticipantChangedProps) {
  return (
    <Layout
      preview={`Changed by ${props.by}`}
      from={props.workspace}
      title={whatHappened(props)}
      button={{ text: 'Open the plan', link: props.link }}
      fine="You get this email because you lead the plan on your side, or did until now."
    >
      <P>
        {props.name}, {props.by}{' '}
        {props.after === null ? (
          <>
            removed <Strong>{props.person}</Strong> ({props.email}, {props.before}) from the plan for{' '}
            {sentence(props.project)}
          </>
        ) : (
          <>
            changed the role of <Strong>{props.person}</Strong> ({props.email}) on the plan for{' '}
            {unstopped(props.project)} from {props.before} to {props.after}.
          </>
        )}
      </P>
    </Layout>
  )
}
