import { Layout, P, Strong } from './parts/layout.tsx'
import { oneLine, sentence } from './parts/words.ts'

export type SituationSharedProps = {
  workspace: string
  project: string
  name: string
  by: string
  /** What was heard, in plain sentences with what each is about. */
  sentences: readonly { lead: string; text: string }[]
  link: string
}

export const subject = (props: SituationSharedProps): string =>
  oneLine(`Please check what ${props.by} heard from you: ${props.project}`)

/** Reads back to a participant what that person said. */
export function SituationShared(props: SituationSharedProps) {
  return (
    <Layout
      preview="Please confirm or change it"
      from={props.workspace}
      title="Did we hear you right?"
      button={{ text: 'Confirm or change it', link: props.link }}
      fine={`You get this email because you are on the plan for ${sentence(props.project)} No one else at your company sees this until you confirm it.`}
    >
      <P>
        {props.name}, this is what {props.by} noted from your conversation:
      </P>
      {props.sentences.map(({ lead, text }) => (
        <P key={lead}>
          <Strong>{lead}:</Strong> {text}
        </P>
      ))}
    </Layout>
  )
}
