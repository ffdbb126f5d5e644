import type { PlanView } from '../core/view.ts'
import { Mark } from '#app/ui/marks.tsx'
import { dateSpan } from '#app/ui/words.ts'

/** Every closed period by name, with its days and whose it is: on paper and on a phone too. */
export function ClosedList({ plan }: { plan: PlanView }) {
  if (plan.closed.length === 0) return null
  return (
    <p className="closed-list">
      <span>Closed</span>
      {plan.closed.map((period) => (
        <span key={`${period.from}${period.why}${period.side}`}>
          <Mark side={period.side} label={companyOf(plan, period.side)} /> {period.why},{' '}
          {dateSpan(period.from, period.to, plan.today)}
        </span>
      ))}
    </p>
  )
}

const companyOf = (plan: PlanView, side: 'vendor' | 'customer' | 'both'): string =>
  side === 'vendor' ? plan.workspace.name : side === 'customer' ? plan.account.name : 'both'
