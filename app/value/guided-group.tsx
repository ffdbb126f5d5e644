import type { ReactNode } from 'react'

/** A few questions of a guided form that belong together, under a number and a name. */
export const GuidedGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="panel guided-group">
    <legend>{title}</legend>
    <div className="fields">{children}</div>
  </fieldset>
)
