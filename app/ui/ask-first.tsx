import type { ReactNode } from 'react'

export type AskFirstProps = {
  /** What the first press asks about, such as "Remove". */
  text: string
  /** Whom or what it is about, for those who do not see it beside the button. */
  about: string
  /** What will happen, and who is told. */
  says: string
  /** The form that does it. */
  children: ReactNode
}

/** For what cannot be taken back: its form stands behind a first press, with what will happen. Works without script. */
export const AskFirst = ({ text, about, says, children }: AskFirstProps) => (
  <details className="ask-first">
    <summary className="btn quiet" aria-label={`${text}: ${about}`}>
      {text}…
    </summary>
    <p>{says}</p>
    {children}
  </details>
)
