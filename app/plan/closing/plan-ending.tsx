import { Link } from '@remix-run/react'
import type { PlanView } from '../core/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { PrivateMark } from '../core/private-part.tsx'

/** Why a plan has ended: who closed or archived it, when and why, and what can be done. */
export function PlanEnding({ plan, links }: { plan: PlanView; links: PlanLinks }) {
  const { ending, viewer } = plan
  if (!ending?.lost && !ending?.archived) return null
  const { lost, archived } = ending
  return (
    <div className="plan-notice">
      <Notice>
        {archived && (
          <p>
            <strong>Archived{momentWords(archived, plan.today)}.</strong> No one at {plan.account.name} can open this
            plan, and no one can change it.
          </p>
        )}
        {lost && (
          <p>
            <strong>Closed without an order{momentWords(lost, plan.today)}</strong>
            {lost.reason ? `: ${lost.reason}.` : '.'}
            {!archived && ' No one can change it until it is reopened.'}
          </p>
        )}
        {lost?.note && (
          <p className="soft own-only">
            <PrivateMark company={plan.workspace.name} /> Visible to {plan.workspace.name} only: {lost.note}
          </p>
        )}
        {viewer.may.putAway && (
          <p className="no-print">
            <Link to={links.close}>{archived ? 'Restore it' : 'Reopen it'}</Link>
          </p>
        )}
      </Notice>
    </div>
  )
}

const momentWords = ({ by, on }: { by: string | null; on: string | null }, today: string): string =>
  `${by ? ` by ${by}` : ''}${on ? ` on ${longDate(on, today)}` : ''}`
