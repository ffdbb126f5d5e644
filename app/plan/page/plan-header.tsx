import type { PlanView } from '../view/plan-view.ts'
import { askWords, agreementStateWords } from '../view/plan-words.ts'
import { isNoOneInvited } from '../view/is-no-one-invited.ts'
import { isWorkedOn } from '../core/stages.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { CompanyLogo } from '#app/ui/company-logo.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { HereNow } from '../presence/here-now.tsx'
import { companiesParts, planHeaderWords } from './plan-page-words.ts'

const PlanLead = lazyPart('plan-lead', async () => (await import('./plan-lead.tsx')).PlanLead)

/** Both companies, the vendor's lead, the project once they work on it, and the way to bring colleagues in. */
export function PlanHeader({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  const companies = (
    <Sentence
      parts={companiesParts(
        <CompanyLogo side="vendor" name={plan.workspace.name} logo={plan.workspace.logo} />,
        <CompanyLogo side="customer" name={plan.account.name} logo={plan.account.logo} />,
        (text) => (
          <span className="and">{text}</span>
        ),
      )}
    />
  )
  return (
    <header className="plan-top">
      {isWorkedOn(plan) ? (
        <div className="plan-name">
          <h1>{plan.project}</h1>
          <p>
            {companies}
            <span>{agreementStateWords(plan)}</span>
          </p>
        </div>
      ) : (
        companies
      )}
      <div className="here no-print">
        <PlanLead {...plan} />
        <HereNow />
        {!plan.ending && <ButtonLink to={links.ask()}>{askWords[plan.viewer.side]}</ButtonLink>}
        {plan.viewer.may.invite && (
          <ButtonLink to={links.invite} tone={isNoOneInvited(plan) ? 'main' : 'plain'}>
            {planHeaderWords.invite}
          </ButtonLink>
        )}
      </div>
    </header>
  )
}
