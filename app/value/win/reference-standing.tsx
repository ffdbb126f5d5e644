import { Link } from '@remix-run/react'
import type { ReferenceAnswer } from '#app/references/reference-words.ts'
import { answerWords } from '#app/references/reference-words.ts'

/** What a member reads below the celebration, where the champion is asked: one line, and the way to marketing's board. */
export function ReferenceStanding({ answer }: { answer: ReferenceAnswer }) {
  return (
    <p className="reference-standing">
      Reference: {answer === 'agreed' ? 'agreed, within limits' : answerWords[answer]}.{' '}
      <Link to="/references" className="no-print">
        What may be used
      </Link>
    </p>
  )
}
