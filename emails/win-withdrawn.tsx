import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { fromTo } from './parts/win.ts'
import { dayWords, oneLine, possessive, sentence, unstopped } from './parts/words.ts'

export type WinWithdrawnProps = WinFacts & {
  workspace: string
  withdrawnBy: string
  /** In the words of who withdrew it. */
  reason: string
  /** Whether it goes to somebody in marketing, or to somebody on the plan. */
  reader: 'marketing' | 'plan'
  /** Whether a consent to a reference ended with it. */
  consentEnded: boolean
  link: string
}

export const subject = (props: WinWithdrawnProps): string =>
  oneLine(`Withdrawn: ${possessive(props.account)} first win “${unstopped(props.statement)}”`)

/** Tells everyone who was told about a win that its confirmation was withdrawn. */
export function WinWithdrawn(props: WinWithdrawnProps) {
  const isMarketing = props.reader === 'marketing'
  return (
    <Layout
      preview={`Withdrawn by ${props.withdrawnBy}. The plan is under way again.`}
      from={props.workspace}
      title={`${props.account} withdrew its first win`}
      button={{ text: isMarketing ? 'See the references' : 'See the plan', link: props.link }}
      fine={`You get this email because we told you about this win${isMarketing ? `, in marketing at ${props.workspace}` : ''}.`}
    >
      <P>
        {props.withdrawnBy} withdrew the first win confirmed on {dayWords(props.confirmedOn, props.sentOn)}: “
        {sentence(props.statement)}” {fromTo(props)}.
      </P>
      <P>Reason: {sentence(props.reason)}</P>
      <P>
        The plan for {unstopped(props.project)} is under way again.{' '}
        {isMarketing && <Strong>Nothing about this win may be used.</Strong>}
        {props.consentEnded && ' The consent to a reference has ended. Please take down anything already published.'}
      </P>
    </Layout>
  )
}
