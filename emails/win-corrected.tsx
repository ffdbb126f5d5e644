import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { fromTo, targetWords } from './parts/win.ts'
import { oneLine, sentence, withUnit } from './parts/words.ts'

export type WinCorrectedProps = WinFacts & {
  workspace: string
  correctedBy: string
  /** What was confirmed before. */
  before: { statement: string; measured: number; unit: string }
  /** Whether it goes to somebody in marketing, or to somebody on the plan. */
  reader: 'marketing' | 'plan'
  /** Whether a consent was given for the earlier words. */
  consentOnHold: boolean
  link: string
}

export const subject = (props: WinCorrectedProps): string =>
  oneLine(`Corrected: ${props.account} measured ${withUnit(props.measured, props.unit)}`)

/** Tells who was told of a win that what was confirmed was put right. */
export function WinCorrected(props: WinCorrectedProps) {
  const isMarketing = props.reader === 'marketing'
  const [now, earlier] = [withUnit(props.measured, props.unit), withUnit(props.before.measured, props.before.unit)]
  const isReworded = props.statement !== props.before.statement
  return (
    <Layout
      preview={now === earlier ? `“${sentence(props.statement)}”` : `${now} instead of ${earlier}`}
      from={props.workspace}
      title={`${props.account} corrected its first win`}
      button={{ text: 'See the win', link: props.link }}
      fine={`You get this because you heard of this win before${isMarketing ? `, in marketing at ${props.workspace}` : ''}.`}
    >
      <P>
        {props.correctedBy} put right what was confirmed: <Strong>{fromTo(props)}.</Strong> {targetWords(props)}
      </P>
      {now !== earlier && <P>Before, it said {earlier}.</P>}
      {isReworded && (
        <P>
          The words are now “{sentence(props.statement)}” Before, they were “{sentence(props.before.statement)}”
        </P>
      )}
      {isMarketing && <P>Where the earlier words or figures were used, change them.</P>}
      {props.consentOnHold && (
        <P>
          The consent to a reference was given for the earlier words.{' '}
          <Strong>Nothing may be used until it is given again</Strong>; you hear when there is an answer.
        </P>
      )}
    </Layout>
  )
}
