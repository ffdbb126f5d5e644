import { Notice } from '#app/ui/notice.tsx'
import { mismatches } from './mismatches-of.ts'
import { mismatchWords, openPointsWords } from './sold-words.ts'
import type { CapabilityView } from './sold-view.ts'

export type OpenPointsProps = {
  capabilities: readonly CapabilityView[]
  /** Where a capability is settled. */
  capabilityAt: (id: string) => string
}

/** Where need, promise, contract and delivery do not fit together, and for which capabilities. */
export function OpenPoints({ capabilities, capabilityAt }: OpenPointsProps) {
  if (capabilities.length === 0) return null
  const open = mismatches
    .map((kind) => ({ kind, of: capabilities.filter((one) => one.mismatches.includes(kind)) }))
    .filter(({ of }) => of.length > 0)
  if (open.length === 0) return <Notice tone="good">{openPointsWords.none}</Notice>
  return (
    <section className="panel open-points">
      <h2>{openPointsWords.title}</h2>
      <dl>
        {open.map(({ kind, of }) => (
          <div key={kind}>
            <dt>{mismatchWords[kind]}</dt>
            {of.map(({ id, need }) => (
              <dd key={id}>
                <a href={capabilityAt(id)} dir="auto">
                  {need}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
