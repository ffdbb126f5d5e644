import type { PlanLinks } from '#app/kit/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { PlanView } from '../view/plan-view.ts'
import { openReasonWords } from './open-reason-words.ts'

/** What the page asks for while no one has said why the critical date matters. */
export function OpenReason({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  return (
    <section className="open-card open-reason no-print" aria-label={openReasonWords.label}>
      <p>
        <b>{openReasonWords.question(longDate(plan.criticalDate, plan.today))}</b> {openReasonWords.why}
      </p>
      {plan.viewer.may.editTerms && <ButtonLink to={links.terms}>{openReasonWords.say}</ButtonLink>}
    </section>
  )
}
