import { Layout, P, Strong } from './parts/layout.tsx'
import type { WinFacts } from './parts/win.ts'
import { confirmerWithDomain, fromTo, personalAddressWords } from './parts/win.ts'
import { list, oneLine, sentence } from './parts/words.ts'

export type ReferenceAgreedProps = WinFacts & {
  workspace: string
  agreedBy: string
  /** What may be used, in words: "quote", "case study". */
  kinds: readonly string[]
  /** Within which limits, in words: "2 calls a quarter at most", "until 31 December". */
  limits: readonly string[]
  /** The words that may be printed, where a quote was agreed to. */
  quote: string | null
  link: string
}

export const subject = (props: ReferenceAgreedProps): string =>
  oneLine(`${props.account} agreed to a reference: ${list(props.kinds)}`)

/** Tells marketing what may be used from now on, and within which limits. */
export function ReferenceAgreed(props: ReferenceAgreedProps) {
  return (
    <Layout
      preview={`${list(props.kinds)}, agreed to by ${props.agreedBy}`}
      from={props.workspace}
      title={`${props.account} agreed to be a reference`}
      button={{ text: 'See what was agreed', link: props.link }}
      fine={`You get this because you are in marketing at ${props.workspace}.`}
    >
      <P>
        {props.agreedBy} agreed to: <Strong>{list(props.kinds)}</Strong>. Nothing else may be used.
      </P>
      {props.limits.length > 0 && <P>Within these limits: {list(props.limits)}.</P>}
      {props.quote && <P>The words that may be printed: “{sentence(props.quote)}”</P>}
      <P>
        {fromTo(props)}. Confirmed by {confirmerWithDomain(props)}. {personalAddressWords(props)}
      </P>
    </Layout>
  )
}
