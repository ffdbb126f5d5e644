import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { fromTo } from './parts/win.ts'
import { amount, oneLine, withUnit } from './parts/words.ts'

export type WinCorrectedProps = WinFacts & {
  workspace: string
  correctedBy: string
  measuredBefore: number
  link: string
}

export const subject = (props: WinCorrectedProps): string =>
  oneLine(`Corrected: ${props.account} measured ${withUnit(props.measured, props.unit)}`)

/** Tells marketing that the measured value was put right. */
export function WinCorrected(props: WinCorrectedProps) {
  return (
    <Layout
      preview={`${withUnit(props.measured, props.unit)} instead of ${amount(props.measuredBefore)}`}
      from="Firstwin"
      title={`${props.account} corrected its first win`}
      button={{ text: 'See the win', link: props.link }}
      fine={`You get this because you are in marketing at ${props.workspace} and heard of this win before.`}
    >
      <P>
        {props.correctedBy} put the measured value right:{' '}
        <Strong>
          {withUnit(props.measured, props.unit)}, not {amount(props.measuredBefore)}
        </Strong>
        .
      </P>
      <P>{fromTo(props)}. Where the old figure was used, change it.</P>
    </Layout>
  )
}
