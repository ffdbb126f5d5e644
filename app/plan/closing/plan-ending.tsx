import type { PlanView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PrivateMark } from '../view/private-part.tsx'
import { archivedEffect, archivedWords, lossNoteWords, lostWords, planEndingWords } from './closing-words.ts'

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
            <strong>{archivedWords(archived, plan.today)}</strong> {archivedEffect(plan.account.name)}
          </p>
        )}
        {lost && (
          <p>
            <strong>{lostWords(lost, plan.today)}</strong> {!archived && planEndingWords.lostEffect}
          </p>
        )}
        {lost?.note && (
          <p className="soft own-only">
            <PrivateMark company={plan.workspace.name} /> {lossNoteWords(plan.workspace.name, lost.note)}
          </p>
        )}
        {viewer.may.putAway && (
          <p className="no-print">
            <PageLink to={links.close}>{archived ? planEndingWords.restore : planEndingWords.reopen}</PageLink>
          </p>
        )}
      </Notice>
    </div>
  )
}
