import { planLinks } from '#app/kit/paths.ts'
import { planNameWords } from '#app/ui/name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { askedHandoffsWords } from './handoff-words.ts'
import type { AskedHandoff } from './list-asked-handoffs.server.ts'

/** The plans that the reader is asked to take over, each with the way to its brief. */
export function AskedHandoffs({ handoffs }: { handoffs: readonly AskedHandoff[] }) {
  if (handoffs.length === 0) return null
  return (
    <section className="panel asked-handoffs" aria-labelledby="asked-handoffs-title">
      <h2 id="asked-handoffs-title">{askedHandoffsWords.title}</h2>
      <ul className="brief-list">
        {handoffs.map(({ planId, account, project, by }) => (
          <li key={planId}>
            <PageLink to={planLinks(planId).handoff} dir="auto">
              {planNameWords({ account, project })}
            </PageLink>{' '}
            <small>{askedHandoffsWords.by(by)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
