import { closedListWords, moreClosedWords } from './closed-list-words.ts'
import type { ClosedPeriodView, PlanView } from '../view/plan-view.ts'
import { sideWords } from '../core/side-words.ts'
import { Mark } from '#app/ui/marks.tsx'
import { closedWords } from '../core/calendar-words.ts'

/** Periods shown before the list is folded, as on plans over several years. */
const mostShown = 12

/** Every closed period by name, with its days and whose it is: on paper and on a phone too. The next ones come first, the rest is folded. */
export function ClosedList({ plan }: { plan: PlanView }) {
  if (plan.closed.length === 0) return null
  const next = plan.closed.filter(({ to }) => to >= plan.today).slice(0, mostShown)
  const shown = plan.closed.length <= mostShown ? plan.closed : next
  const folded = plan.closed.filter((period) => !shown.includes(period))
  return (
    <div className="closed-list">
      <p>
        <span>{closedListWords.title}</span>
        <Periods plan={plan} periods={shown} />
      </p>
      {folded.length > 0 && (
        <details className="closed-more">
          <summary>{moreClosedWords(folded.length)}</summary>
          <p>
            <Periods plan={plan} periods={folded} />
          </p>
        </details>
      )}
    </div>
  )
}

const Periods = ({ plan, periods }: { plan: PlanView; periods: readonly ClosedPeriodView[] }) =>
  periods.map((period) => (
    <span key={`${period.from}${period.why}${period.side}`}>
      <Mark side={period.side} label={sideWords(plan, period.side)} />
      {` ${closedWords(period, plan.today)}`}
    </span>
  ))
