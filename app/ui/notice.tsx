import type { ReactNode } from 'react'

const paths = {
  calm: 'M8 7v4M8 4.6v.1M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13',
  good: 'M3 8.5l3.4 3.3L13 4.6',
  must: 'M8 4v5M8 11.6v.1M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13',
}

export type NoticeTone = keyof typeof paths

type NoticeProps = {
  tone?: NoticeTone
  /** Whether it stands in a live region already, which reads it out. */
  isRead?: boolean
  children: ReactNode
}

/** A message about the page. `must` interrupts a screen reader, the others wait. */
export function Notice({ tone = 'calm', isRead = false, children }: NoticeProps) {
  const role = tone === 'must' ? 'alert' : 'status'
  return (
    <div className={`notice ${tone}`} role={isRead ? undefined : role}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={paths[tone]} />
      </svg>
      <div>{children}</div>
    </div>
  )
}
