import { ButtonLink } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import type { FormReply } from '#app/ui/form-reply.ts'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { CapabilityActions } from './capability-actions.tsx'
import { CapabilityFacts } from './capability-facts.tsx'
import { soldWords } from './sold-words.ts'
import type { SoldView } from './sold-view.ts'

export type CapabilityListProps = {
  sold: Pick<SoldView, 'capabilities' | 'may' | 'today'>
  capabilityAt: (id: string) => string
  taskAt: (id: string) => string
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

/** Every capability of the plan with how far it has come, and what the reader can do next. */
export function CapabilityList({ sold, capabilityAt, taskAt, keyFor, reply }: CapabilityListProps) {
  const { capabilities, may, today } = sold
  return (
    <section className="panel capabilities">
      <h2>{soldWords.capabilities}</h2>
      {capabilities.length === 0 && <p className="fine">{may.edit ? soldWords.none : soldWords.noneToRead}</p>}
      {capabilities.map((capability) => {
        const { id, need } = capability
        return (
          <article key={id} id={`capability-${id}`} aria-labelledby={`need-${id}`}>
            <h3 id={`need-${id}`} dir="auto">
              <PageLink to={capabilityAt(id)}>{need}</PageLink>
            </h3>
            <CapabilityFacts capability={capability} today={today} taskAt={taskAt} />
            <div className="acts no-print">
              <CapabilityActions capability={capability} may={may} keyFor={keyFor} reply={reply} />
              {may.edit && (
                <ButtonLink to={capabilityAt(id)} tone="quiet" label={buttonAbout(soldWords.edit, need)}>
                  {soldWords.edit}
                </ButtonLink>
              )}
            </div>
          </article>
        )
      })}
    </section>
  )
}
