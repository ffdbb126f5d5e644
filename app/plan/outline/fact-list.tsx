import type { ReactNode } from 'react'

export type Fact = readonly [label: string, said: ReactNode]

/** Facts of a task or a milestone, as a list of terms. */
export const FactList = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className="task-facts">
    {facts.map(([label, said]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{said}</dd>
      </div>
    ))}
  </dl>
)
