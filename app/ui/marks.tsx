import type { ReactNode } from 'react'
import { initials } from './name-words.ts'

export type MarkSide = 'vendor' | 'customer' | 'both'

const square = <rect className="v" x="1.4" y="1.4" width="7.2" height="7.2" rx="1.2" />
const circle = <circle className="c" cx="5" cy="5" r="4" />

/**
 * A side's mark: a square for the vendor, a circle for the customer, never the colour alone.
 * Decoration beside a name; give `label` where it stands by itself.
 */
export function Mark({ side, label }: { side: MarkSide; label?: string }) {
  const named = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const)
  if (side === 'both')
    return (
      <svg className="mk both" viewBox="0 0 19 10" {...named}>
        {square}
        <g transform="translate(9 0)">{circle}</g>
      </svg>
    )
  return (
    <svg className="mk" viewBox="0 0 10 10" {...named}>
      {side === 'vendor' ? square : circle}
    </svg>
  )
}

/** A person or company with the mark of its side; `open` where no one is named yet. */
export function Who({ side, open = false, children }: { side: MarkSide; open?: boolean; children: ReactNode }) {
  return (
    <span className={open ? 'who open' : 'who'}>
      <Mark side={side} />
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
