import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { fromTo } from './parts/win.ts'
import { listOf, oneLine, sentence, unstopped } from './parts/words.ts'

export type ReferenceDeclinedProps = WinFacts & {
  workspace: string
  answeredBy: string
  /** Whether there was a consent, which is taken back by this. */
  wasAgreed: boolean
  /** What could be used until now, in words; empty where nothing was agreed to. */
  kinds: readonly string[]
  link: string
}

export const subject = (props: ReferenceDeclinedProps): string =>
  oneLine(
    props.wasAgreed
      ? `Stop using: ${props.account} withdrew its reference`
      : `${props.account} declined to be a reference: ${unstopped(props.statement)}`,
  )

/** Tells marketing that nothing may be used, at once where something could be until now. */
export function ReferenceDeclined(props: ReferenceDeclinedProps) {
  return (
    <Layout
      preview={`Nothing may be used. Answered by ${props.answeredBy}.`}
      from={props.workspace}
      title={
        props.wasAgreed ? `${props.account} withdrew its reference` : `${props.account} declined to be a reference`
      }
      button={{ text: 'See the win', link: props.link }}
      fine={`You get this email because you are in marketing at ${props.workspace}.`}
    >
      {props.wasAgreed ? (
        <P>
          {props.answeredBy} withdrew consent to: {listOf(props.kinds)}. <Strong>Stop using it now.</Strong> Please take
          down anything already published.
        </P>
      ) : (
        <P>
          {props.answeredBy} said no. <Strong>Nothing may be used</Strong>, and they will not be asked again.
        </P>
      )}
      <P>
        The win: “{sentence(props.statement)}” {fromTo(props)}.
      </P>
    </Layout>
  )
}
