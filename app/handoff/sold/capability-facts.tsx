import { capabilityLabels } from './capability-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { CapabilityProgress } from './capability-progress.tsx'
import { capabilityFactWords } from './sold-words.ts'
import type { CapabilityView } from './sold-view.ts'

export type CapabilityFactsProps = {
  capability: CapabilityView
  today: string
  taskAt: (id: string) => string
}

/** Why a capability matters, who asked, how far it has come, and the tasks that deliver it. */
export function CapabilityFacts({ capability, today, taskAt }: CapabilityFactsProps) {
  const { why, askedBy, leftOut, internalNote, tasks } = capability
  return (
    <>
      {why !== null && (
        <p className="typed" dir="auto">
          {why}
        </p>
      )}
      {askedBy !== null && (
        <p className="fine" dir="auto">
          {capabilityFactWords.askedBy(askedBy)}
        </p>
      )}
      <CapabilityProgress capability={capability} today={today} />
      {leftOut !== null && (
        <p className="fine" dir="auto">
          {capabilityFactWords.leftOut(leftOut)}
        </p>
      )}
      {tasks.length > 0 && (
        <>
          <p className="fine">{capabilityLabels.deliveredBy}</p>
          <ul className="answers">
            {tasks.map(({ id, title }) => (
              <li key={id}>
                <PageLink to={taskAt(id)} dir="auto">
                  {title}
                </PageLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {internalNote !== null && (
        <p className="own-only vendor" dir="auto">
          {capabilityFactWords.internal(internalNote)}
        </p>
      )}
    </>
  )
}
