import { memo } from 'react'
import { Link } from '@remix-run/react'
import type { AgreementView, PlanView } from '#app/plan/view.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { longDate } from '#app/ui/words.ts'
import type { PlanLinks } from './plan-links.ts'

export type AgreementStripProps = {
  plan: PlanView
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** Who stands by the plan as it is, what changed since both did, and the button to say so. */
export const AgreementStrip = memo(function AgreementStrip({ plan, links, formKey, reply }: AgreementStripProps) {
  const waitsForReader = plan.viewer.may.agree && !agreementOf(plan, plan.viewer.side)?.current
  const over = plan.state === 'won' || plan.state === 'lost' || plan.archived
  if (over || (!waitsForReader && plan.changedSinceAgreed.length === 0 && bothStand(plan))) return null
  const changed = plan.changedSinceAgreed
  return (
    <div className={changed.length > 0 ? 'agreement changed' : 'agreement'}>
      <div>
        <h2>{titleOf(plan)}</h2>
        {changed.length > 0 && (
          <ul className="changes">
            {changedWords(changed).map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
        {plan.agreedNumber !== null && changed.length > 0 && (
          <p>
            <Link to={links.agreed(plan.agreedNumber)}>Compare with what was agreed</Link>
          </p>
        )}
        <ul className="stand">
          {(['customer', 'vendor'] as const).map((side) => (
            <li key={side}>
              <Mark side={side} /> {standWords(plan, side)}
            </li>
          ))}
        </ul>
      </div>
      {waitsForReader && (
        <Form
          idempotencyKey={`${formKey}:agree-plan:${plan.termsVersion}`}
          intent="agree-plan"
          action={links.plan}
          reply={replyTo(reply, 'agree-plan')}
          hidden={{ termsVersion: String(plan.termsVersion) }}
          className="no-print"
        >
          <p className="fine">
            Agreeing says that these tasks, dates and the first win are what both companies work to. It signs no
            contract, and anything can still be changed.
          </p>
          <SubmitButton>Agree to this plan</SubmitButton>
        </Form>
      )}
    </div>
  )
})

const agreementOf = (plan: PlanView, side: 'vendor' | 'customer'): AgreementView | undefined =>
  plan.agreements.find((agreement) => agreement.side === side)

const bothStand = (plan: PlanView): boolean =>
  agreementOf(plan, 'vendor')?.current === true && agreementOf(plan, 'customer')?.current === true

function titleOf(plan: PlanView): string {
  if (plan.changedSinceAgreed.length > 0) return 'Changed since it was agreed'
  return plan.agreedOn ? 'Agreed once, and worth another word' : 'Not agreed yet'
}

/** The first few changes by name; a long list would hide the button. */
function changedWords(changed: readonly string[]): string[] {
  const named = changed.slice(0, 4)
  const rest = changed.length - named.length
  return rest > 0 ? [...named, `${rest} more`] : named
}

function standWords(plan: PlanView, side: 'vendor' | 'customer'): string {
  const company = side === 'vendor' ? plan.workspace.name : plan.account.name
  const agreement = agreementOf(plan, side)
  if (!agreement) return `${company} has not agreed yet`
  const on = longDate(agreement.on, plan.today)
  return agreement.current
    ? `${agreement.name} agreed for ${company} on ${on}`
    : `${agreement.name} agreed for ${company} on ${on}, before the latest changes`
}
