import { Layout, P, Quote, Signature, Strong } from './parts/layout.tsx'
import { dayWords, oneLine, sentence, unstopped, weekdayAndDay } from './parts/words.ts'

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
  oneLine(
    `${props.inviter} invited you to the go-live plan (${dayWords(props.liveOn, props.sentOn)}): ${props.project}`,
  )

const parts: Record<InvitationProps['participantRole'], string> = {
  champion: 'You lead the plan on your side. You can edit it, invite colleagues and confirm the first win.',
  contributor: 'You can edit it and check off tasks.',
  viewer: 'You can view the whole plan.',
}

/** Brings a participant to the plan, by a link of their own. */
export function Invitation(props: InvitationProps) {
  return (
    <Layout
      preview={`${props.project}: who does what on both sides until ${dayWords(props.liveOn, props.sentOn)}`}
      from={props.workspace}
      title={`${props.inviter} invited you to the go-live plan (${dayWords(props.liveOn, props.sentOn)})`}
      button={{ text: 'Open the plan', link: props.link }}
      fine={`This link is for you only. It works for ${props.validFor}. No password, nothing to install. If you did not expect this email, you can ignore it.`}
    >
      <P>
        {props.name}, this is the plan of {props.account} and {props.workspace} for {sentence(props.project)} It shows
        who does what on both sides to reach this first win: <Strong>“{sentence(props.winStatement)}”</Strong>
      </P>
      <P>{parts[props.participantRole]}</P>
      {props.firstTask && (
        <P>
          {props.firstTask.isOwn ? 'Your first task:' : 'The first task on your side:'}{' '}
          <Strong>
            {unstopped(props.firstTask.title)}, due {weekdayAndDay(props.firstTask.doBy, props.sentOn)}
          </Strong>
          .
        </P>
      )}
      {props.personalLine && <Quote>{props.personalLine}</Quote>}
      <Signature name={props.inviter} title={props.inviterTitle} company={props.inviterCompany} />
    </Layout>
  )
}
