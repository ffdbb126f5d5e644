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
  oneLine(`What ${props.by} heard from you, for you to check: ${props.project}`)

/** Reads back to a person of the customer what that person said. */
export function SituationShared(props: SituationSharedProps) {
  return (
    <Layout
      preview="Say that it is right, or change it"
      from={props.workspace}
      title="Did we hear you right?"
      button={{ text: 'Confirm or change it', link: props.link }}
      fine={`You get this because you take part in the plan for ${sentence(props.project)} Until you confirm it, nobody else of your company sees it.`}
    >
      <P>
        {props.name}, {props.by} wrote down what you said:
      </P>
      {props.sentences.map(({ lead, text }) => (
        <P key={lead}>
          <Strong>{lead}:</Strong> {text}
        </P>
      ))}
    </Layout>
  )
}
