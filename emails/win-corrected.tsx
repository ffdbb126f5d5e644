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

/** Tells everyone who was told about a win that it was corrected. */
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
      fine={`You get this email because we told you about this win${isMarketing ? `, in marketing at ${props.workspace}` : ''}.`}
    >
      <P>
        {props.correctedBy} corrected the confirmed result: <Strong>{fromTo(props)}.</Strong> {targetWords(props)}
      </P>
      {now !== earlier && <P>It previously said {earlier}.</P>}
      {isReworded && (
        <P>
          The statement is now “{sentence(props.statement)}” It was “{sentence(props.before.statement)}”
        </P>
      )}
      {isMarketing && <P>Please update everything that uses the earlier wording or figures.</P>}
      {props.consentOnHold && (
        <P>
          The consent to a reference was given for the earlier wording.{' '}
          <Strong>Nothing may be used until it is given again</Strong>. We will email you the answer.
        </P>
      )}
    </Layout>
  )
}
