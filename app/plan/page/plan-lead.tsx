import { initials } from '#app/ui/name-words.ts'
import { Name } from '#app/ui/name.tsx'
import type { PlanView } from '../view/plan-view.ts'
import { leadsPlanWords } from './plan-lead-words.ts'

/** Who of the vendor is responsible for the plan now. */
export const PlanLead = ({ lead: { name, jobTitle } }: Pick<PlanView, 'lead'>) => (
  <p className="plan-lead">
    <span className="av vendor" aria-hidden>
      {initials(name)}
    </span>
    <span>
      <Name>{name}</Name>
      <small>{leadsPlanWords(jobTitle)}</small>
    </span>
  </p>
)
