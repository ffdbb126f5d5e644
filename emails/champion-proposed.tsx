import { Layout, P, Strong } from './parts/layout.tsx'
import { oneLine, unstopped, weekdayAndDay } from './parts/words.ts'

export type ChampionProposedProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  /** Who is told: every participant who takes part. */
  name: string
  project: string
  /** Who is proposed. */
  person: string
  /** Who leads the plan on the customer's side until then; null where the champion has left. */
  champion: string | null
  /** The member who proposed it. */
  by: string
  /** The first day on which it can take effect, `YYYY-MM-DD`. */
  earliestOn: string
  link: string
}

export const subject = (props: ChampionProposedProps): string =>
  oneLine(`${props.person} proposed as champion: ${props.project}`)

/** Tells every participant that the vendor wants to hand the champion's role on, and until when they may object. */
export function ChampionProposed(props: ChampionProposedProps) {
  return (
    <Layout
      preview={`Takes effect from ${weekdayAndDay(props.earliestOn, props.sentOn)} unless someone objects`}
      from={props.workspace}
      title={`${props.by} proposes ${props.person} as champion`}
      button={{ text: 'Open the plan', link: props.link }}
      fine="You get this email because you are on this plan. The champion leads it on your side and confirms the first win."
    >
      <P>
        {props.name}, {props.by} of {props.workspace} wants <Strong>{props.person}</Strong> to lead the plan for{' '}
        {unstopped(props.project)} on your side
        {props.champion ? `, in place of ${props.champion}` : ''}.
      </P>
      <P>
        It takes effect {props.champion ? `when ${props.champion} agrees, or ` : ''}from{' '}
        <Strong>{weekdayAndDay(props.earliestOn, props.sentOn)}</Strong> if no one objects. To object, open the plan.
      </P>
    </Layout>
  )
}
