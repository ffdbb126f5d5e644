import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { confirmer, fromTo, targetWords } from './parts/win.ts'
import { dayWords, oneLine, sentence, unstopped } from './parts/words.ts'

export type WinConfirmedProps = WinFacts & { workspace: string; name: string; announcedTo: string; link: string }

export const subject = (props: WinConfirmedProps): string =>
  oneLine(`${props.account} did it: ${unstopped(props.statement)}`)

/** Tells everybody who worked on a plan that its first win is confirmed. */
export function WinConfirmed(props: WinConfirmedProps) {
  return (
    <Layout
      preview={fromTo(props)}
      from={props.workspace}
      title={`“${sentence(props.statement)}”`}
      button={{ text: 'See the plan', link: props.link }}
      fine={`You get this email because you are on the plan for ${sentence(props.project)}`}
    >
      <P>
        {props.name}, the first win is confirmed. <Strong>{fromTo(props)}.</Strong> {targetWords(props)}
      </P>
      <P>
        Confirmed on {dayWords(props.confirmedOn, props.sentOn)} by {confirmer(props)}. It will be announced to{' '}
        {sentence(props.announcedTo)}
      </P>
    </Layout>
  )
}
