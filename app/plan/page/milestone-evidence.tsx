import { PageLink } from '#app/ui/page-link.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import { milestoneEvidenceWords, recordEvidenceWords } from '../core/milestone-evidence-words.ts'
import type { MilestoneView } from '../view/plan-view.ts'

type MilestoneExitProps = { milestone: MilestoneView; links: PlanLinks; mayEdit: boolean }

/** What a milestone asks for before it is closed, or what was given. */
export function MilestoneEvidence({ milestone: { id, title, exit }, links, mayEdit }: MilestoneExitProps) {
  if (!exit) return null
  const words = milestoneEvidenceWords(exit)
  const address = exit.proof?.kind === 'evidence' && /^https?:\/\/\S+$/.test(exit.proof.text) ? exit.proof.text : null
  return (
    <small className="ms-exit" title={words}>
      <span>
        {address ? (
          <a href={address} rel="noopener noreferrer nofollow">
            {words}
          </a>
        ) : (
          words
        )}
      </span>
      {mayEdit && !exit.proof && (
        <PageLink
          className="no-print"
          to={links.evidence(id)}
          discover="none"
          aria-label={recordEvidenceWords.label(title)}
        >
          {recordEvidenceWords.link}
        </PageLink>
      )}
    </small>
  )
}
