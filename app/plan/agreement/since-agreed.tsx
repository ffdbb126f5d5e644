import type { PlanView } from '../view/plan-view.ts'
import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { sinceWords } from '../view/drift-words.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { movedThings } from '../view/moved-things.ts'
import { hasEnded } from '../core/stages.ts'
import { agreedOnWords, sinceAgreedWords } from './agreement-words.ts'

/** What moved since both sides agreed, in one sentence, task by task on request, with the way to what was agreed. */
export function SinceAgreed({ plan }: { plan: PlanView }) {
  const { agreedNumber, agreedOn, drift, today } = plan
  if (agreedNumber === null || agreedOn === null) return null
  const isOver = hasEnded(plan)
  const moved = isOver ? [] : movedThings(plan)
  return (
    <div className="since">
      <p>
        {`${drift && !isOver ? sinceWords(drift, today) : agreedOnWords(longDate(agreedOn, today))} `}
        <PageLink className="no-print" discover="none" to={planLinks(plan.id).agreed(agreedNumber)}>
          {sinceAgreedWords.document}
        </PageLink>
      </p>
      {moved.length > 0 && (
        <details className="why">
          <summary>
            {sinceAgreedWords.moved}
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 6.5l4 4 4-4" />
            </svg>
          </summary>
          <ul>
            {moved.map(({ id, title, words, isOwn }) => (
              <li key={id} className={isOwn ? 'own-only' : undefined}>
                <b>{title}</b>
                {` ${words} `}
                {isOwn && <PrivateMark company={ownCompany(plan)} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
