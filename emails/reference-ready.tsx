import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { confirmerWithDomain, fromTo, personalAddressWords, targetWords } from './parts/win.ts'
import { dayWords, oneLine, sentence, unstopped } from './parts/words.ts'

export type ReferenceReadyProps = WinFacts & { workspace: string; link: string }

export const subject = (props: ReferenceReadyProps): string =>
  oneLine(`${props.account} confirmed a win; reference not yet asked: ${unstopped(props.statement)}`)

/** Tells marketing of a confirmed win. Nothing may be used yet, and it says so. */
export function ReferenceReady(props: ReferenceReadyProps) {
  return (
    <Layout
      preview={`${fromTo(props)}. ${targetWords(props)} Nothing may be used yet.`}
      from={props.workspace}
      title={`${props.account} confirmed a win; reference not yet asked`}
      button={{ text: 'See the win', link: props.link }}
      fine={`You get this email once because you are in marketing at ${props.workspace}.`}
    >
      <P>
        <Strong>{fromTo(props)}.</Strong> {targetWords(props)} Confirmed on {dayWords(props.confirmedOn, props.sentOn)}{' '}
        by {confirmerWithDomain(props)}. {personalAddressWords(props)}
      </P>
      <P>“{sentence(props.statement)}”</P>
      <P>
        {props.account} has <Strong>not been asked yet, so nothing may be used</Strong>. We are asking{' '}
        {props.confirmedBy} on the plan page now and will email you the answer.
      </P>
    </Layout>
  )
}
