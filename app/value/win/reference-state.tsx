import { PageLink } from '#app/ui/page-link.tsx'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { referenceLine, referenceStateWords } from './reference-question-words.ts'

/** What a member reads below the celebration, where the champion is asked: one line, and the way to marketing's board. */
export function ReferenceState({ answer }: { answer: ReferenceAnswer }) {
  return (
    <p className="reference-state">
      {referenceLine(answer)}{' '}
      <PageLink to="/references" className="no-print">
        {referenceStateWords.board}
      </PageLink>
    </p>
  )
}
