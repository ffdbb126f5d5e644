import type { ReactNode } from 'react'
import { PageLink } from '#app/ui/page-link.tsx'
import { Name } from '#app/ui/name.tsx'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { quoted } from '#app/ui/name-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { confirmedWords, didItWords, fromToParts, wonCardWords, wonTargetWords } from './won-words.ts'
import type { WonView } from './won-view.ts'
import { firstWinCardWords } from './first-win-card-words.ts'

export type WonCardProps = {
  won: WonView
  today: string
  /** Where the champion corrects or withdraws it; null for everyone else. */
  correctAt?: string | null
  /** The question about a reference, for the person who answers it. */
  children?: ReactNode
}

/** Region *First win* once it is confirmed: what was confirmed, from where to where, who says so, and the one question. */
export function WonCard({ won, today, correctAt = null, children }: WonCardProps) {
  const [value, ...unit] = withUnit(won.measured, won.unit).split(' ')
  return (
    <section className="won" aria-label={firstWinCardWords.region}>
      <div className="won-card">
        <div>
          <p className="won-eyebrow">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 15V2h9l-2 3 2 3H3" />
            </svg>
            <span>
              <Sentence parts={didItWords(<Name>{won.account}</Name>)} />
            </span>
            <span className="won-project" dir="auto">
              {won.project}
            </span>
          </p>
          <h1>{quoted(won.statement)}</h1>
          <p>{confirmedWords(won, today)}</p>
          {correctAt && (
            <p className="no-print">
              <PageLink to={correctAt}>{wonCardWords.correct}</PageLink>
            </p>
          )}
        </div>
        <p className="won-value">
          <Sentence
            parts={fromToParts(
              (aloud) => (
                <s>
                  <span className="visually-hidden">{aloud}</span>
                  {amount(won.baseline)}
                </s>
              ),
              (aloud) => (
                <>
                  <span className="visually-hidden">{aloud}</span>
                  <b>{value}</b> <span>{unit.join(' ')}</span>
                </>
              ),
            )}
          />
          <small>{won.measure}</small>
          <small>{wonTargetWords(withUnit(won.target, won.unit))}</small>
        </p>
      </div>
      {children}
    </section>
  )
}
