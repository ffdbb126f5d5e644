import { Layout, P, Quote, Signature, Strong } from './parts/layout.tsx'
import { day, oneLine, sentence, unstopped, weekdayAndDay } from './parts/words.ts'

export type InvitationProps = {
  /** The day that it is sent, `YYYY-MM-DD`, from which other days are seen. */
  sentOn: string
  workspace: string
  inviter: string
  inviterTitle: string | null
  inviterCompany: string
  /** What the inviter adds in their own words. */
  personalLine: string | null
  /** Who is invited. */
  name: string
  account: string
  project: string
  participantRole: 'champion' | 'contributor' | 'viewer'
  /** The critical date, `YYYY-MM-DD`. */
  liveOn: string
  winStatement: string
  /** The first task that waits for the invited person, or for a champion's side, if any. */
  firstTask: { title: string; doBy: string; isOwn: boolean } | null
  /** For how long the link works, in words: "14 days". */
  validFor: string
  link: string
}

export const subject = (props: InvitationProps): string =>
  oneLine(`${props.inviter} shares the plan to be live on ${day(props.liveOn, props.sentOn)}: ${props.project}`)

const parts: Record<InvitationProps['participantRole'], string> = {
  champion: 'You lead it on your side: you can change it, bring in colleagues, and say when it is won.',
  contributor: 'You can change it and check off what is done.',
  viewer: 'You can read all of it.',
}

/** Brings a person of the customer to the plan, by a link of their own. */
export function Invitation(props: InvitationProps) {
  return (
    <Layout
      preview={`${props.project}: who does what, on both sides, until ${day(props.liveOn, props.sentOn)}`}
      from={props.workspace}
      title={`${props.inviter} shares the plan to be live on ${day(props.liveOn, props.sentOn)}`}
      button={{ text: 'Open the plan', link: props.link }}
      fine={`This link is yours alone, for ${props.validFor}. No password, nothing to install. If you did not expect it, ignore it and nothing happens.`}
    >
      <P>
        {props.name}, it is the plan of {props.account} and {props.workspace} for {sentence(props.project)} It lists who
        does what, on both sides, until this can be said: <Strong>“{sentence(props.winStatement)}”</Strong>
      </P>
      <P>{parts[props.participantRole]}</P>
      {props.firstTask && (
        <P>
          {props.firstTask.isOwn ? 'One task already waits for you:' : 'The first task of your side:'}{' '}
          <Strong>
            {unstopped(props.firstTask.title)}, by {weekdayAndDay(props.firstTask.doBy, props.sentOn)}
          </Strong>
          .
        </P>
      )}
      {props.personalLine && <Quote>{props.personalLine}</Quote>}
      <Signature name={props.inviter} title={props.inviterTitle} company={props.inviterCompany} />
    </Layout>
  )
}
