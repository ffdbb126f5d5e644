import type { ReactNode } from 'react'
import { asksFirst, buttonAbout } from './button-words.ts'
import type { FormReply } from './form-reply.ts'

export type AskFirstProps = {
  /** What the first press asks about, such as "Remove". */
  text: string
  /** The person or thing it is about, for screen readers. */
  about: string
  /** What will happen, and who is told. */
  says: string
  /** The reply to its form: a refusal must be visible, also without JavaScript. */
  reply: FormReply | null | undefined
  /** The form that does it. */
  children: ReactNode
}

const isRefused = (reply: FormReply | null | undefined) => reply != null && reply.status !== 'done'

/** For actions that cannot be undone: the first press opens the form and says what will happen. Works without JavaScript. */
export const AskFirst = ({ text, about, says, reply, children }: AskFirstProps) => (
  <details className="ask-first" open={isRefused(reply)}>
    <summary className="btn quiet" aria-label={buttonAbout(text, about)}>
      {asksFirst(text)}
    </summary>
    <p>{says}</p>
    {children}
  </details>
)
