import { Link } from '@remix-run/react'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { referenceLine, referenceStateWords } from './reference-question-words.ts'

/** What a member reads below the celebration, where the champion is asked: one line, and the way to marketing's board. */
export function ReferenceState({ answer }: { answer: ReferenceAnswer }) {
  return (
    <p className="reference-state">
      {referenceLine(answer)}{' '}
      <Link to="/references" className="no-print">
        {referenceStateWords.board}
      </Link>
    </p>
  )
}
