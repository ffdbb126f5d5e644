import type { ReactNode } from 'react'
import { initials } from './name-words.ts'

export type MarkSide = 'vendor' | 'customer' | 'both'

/**
 * A side's mark: a square for the vendor, a circle for the customer, never the colour alone; the stylesheet draws it.
 * Decoration beside a name; give `label` where it stands by itself.
 */
export function Mark({ side, label }: { side: MarkSide; label?: string }) {
  return <span className={`mk ${side}`} {...(label && { role: 'img', 'aria-label': label })} />
}

type WhoProps = { side: MarkSide; open?: boolean; className?: string; children: ReactNode }

/** A person or company with the mark of its side; `open` where no one is named yet. What stands in an `<i>` is only read aloud. */
export function MarkedName({ side, open = false, className, children }: WhoProps) {
  return (
    <span className={[className, 'who', side, open && 'open'].filter(Boolean).join(' ')}>
      <span>{children}</span>
    </span>
  )
}

/** Initials in the shape and colour of a side. The name is read out, the letters are not. */
export function Avatar({ name, side }: { name: string; side: 'vendor' | 'customer' }) {
  return (
    <span className={`av ${side}`} role="img" aria-label={name} title={name}>
      <span aria-hidden="true">{initials(name)}</span>
    </span>
  )
}

export type TagTone = 'plain' | 'good' | 'must' | 'vendor' | 'customer'

/** A few words that classify the thing beside them. */
export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{children}</span>
}
