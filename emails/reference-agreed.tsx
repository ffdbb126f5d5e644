import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { confirmerWithDomain, fromTo, personalAddressWords } from './parts/win.ts'
import { listOf, oneLine, sentence } from './parts/words.ts'

export type ReferenceAgreedProps = WinFacts & {
  workspace: string
  agreedBy: string
  /** What may be used, in words: "quote", "case study". */
  kinds: readonly string[]
  /** Within which limits, in words: "max. 2 calls per quarter", "until 31 December". */
  limits: readonly string[]
  /** Approved quote, where a quote was agreed to. */
  quote: string | null
  link: string
}

export const subject = (props: ReferenceAgreedProps): string =>
  oneLine(`${props.account} agreed to a reference: ${listOf(props.kinds)}`)

/** Tells marketing what may be used from now on, and within which limits. */
export function ReferenceAgreed(props: ReferenceAgreedProps) {
  return (
    <Layout
      preview={`${listOf(props.kinds)}, agreed to by ${props.agreedBy}`}
      from={props.workspace}
      title={`${props.account} agreed to be a reference`}
      button={{ text: 'See what was agreed', link: props.link }}
      fine={`You get this email because you are in marketing at ${props.workspace}.`}
    >
      <P>
        {props.agreedBy} agreed to: <Strong>{listOf(props.kinds)}</Strong>. Nothing else may be used.
      </P>
      {props.limits.length > 0 && <P>Limits: {listOf(props.limits)}.</P>}
      {props.quote && <P>Approved quote: “{sentence(props.quote)}”</P>}
      <P>
        {fromTo(props)}. Confirmed by {confirmerWithDomain(props)}. {personalAddressWords(props)}
      </P>
    </Layout>
  )
}
