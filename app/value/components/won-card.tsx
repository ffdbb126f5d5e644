import { Link } from '@remix-run/react'
import { amount } from '#app/ui/words.ts'
import { confirmedWords } from './won-words.ts'

export type WonView = {
  account: string
  statement: string
  measure: string
  unit: string
  baseline: number
  measured: number
  /** Who confirmed it. */
  by: string
  on: string
  winBy: string
  announcedTo: string
}

export type WonCardProps = {
  won: WonView
  today: string
  /** Where the champion corrects the value; null for everybody else. */
  correctAt?: string | null
}

/** The celebration: what was announced, from where to where, and who says so. */
export function WonCard({ won, today, correctAt = null }: WonCardProps) {
  return (
    <div className="won-card">
      <div>
        <p className="won-eyebrow">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 15V2h9l-2 3 2 3H3" />
          </svg>
          {won.account} did it
        </p>
        <h2>“{won.statement}”</h2>
        <p>{confirmedWords(won, today)}</p>
        {correctAt && (
          <p className="no-print">
            <Link to={correctAt}>Correct the value</Link>
          </p>
        )}
      </div>
      <p className="won-value">
        <s>
          <span className="visually-hidden">from </span>
          {amount(won.baseline)}
        </s>{' '}
        <span className="visually-hidden">to </span>
        <b>{amount(won.measured)}</b> <span>{won.unit}</span>
        <small>{won.measure}</small>
      </p>
    </div>
  )
}
