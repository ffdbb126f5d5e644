import type { ReactNode } from 'react'

/** A surface that holds one thing. */
export function Panel({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={className ? `panel ${className}` : 'panel'}>{children}</div>
}

export type EmptyProps = {
  title: string
  children: ReactNode
  /** How to start. */
  actions?: ReactNode
  /** What it looks like when filled. */
  sample?: ReactNode
}

/** What belongs here, how to start, and a sample to look at. */
export function Empty({ title, children, actions, sample }: EmptyProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="acts">{actions}</div>}
      {sample && <div className="sample">{sample}</div>}
    </div>
  )
}

export type PageHeadProps = { title: string; eyebrow?: ReactNode; intro?: ReactNode; actions?: ReactNode }

/** The title of a page, what to know about it, and what to do from here. */
export function PageHead({ title, eyebrow, intro, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      <div>
        {eyebrow && (
          <p className="eyebrow">
            <bdi>{eyebrow}</bdi>
          </p>
        )}
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {intro && <p>{intro}</p>}
      </div>
      {actions}
    </div>
  )
}
