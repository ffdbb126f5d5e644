import { Link } from '@remix-run/react'
import { Who } from '#app/ui/marks.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { FirstWinView } from '#app/plan/core/plan-view.ts'
import { confirmersWords } from '../value-words.ts'
import { measurementWords } from './win-words.ts'
import { Scale } from './scale.tsx'
import type { MeasurementView } from './measurement-view.ts'

export type FirstWinCardProps = {
  win: FirstWinView
  /** The account's name: who announces it. */
  account: string
  today: string
  /** The latest value that was measured on the way. */
  measurement: MeasurementView | null
  /** Where the result is recorded; null where the reader may not, or it already is. */
  recordAt: string | null
}

/** Region *First win*: what will be announced, baseline and target, by when, and who will hear of it. */
export function FirstWinCard({ win, account, today, measurement, recordAt }: FirstWinCardProps) {
  return (
    <section className="win" aria-label="First win">
      <h2>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 15V2h9l-2 3 2 3H3" />
        </svg>
        The first win
      </h2>
      <blockquote>{quoted(win.statement)}</blockquote>
      <Scale measure={win.measure} unit={win.unit} baseline={win.baseline} target={win.target} />
      <dl className="meta">
        {measurement && (
          <>
            <dt>Measured</dt>
            <dd>{measurementWords(measurement, win.unit, today)}</dd>
          </>
        )}
        <dt>By</dt>
        <dd>{longDate(win.winBy, today)}</dd>
        <dt>Will be announced to</dt>
        <dd>{win.announcedTo}</dd>
        <dt>To be confirmed by</dt>
        <dd>
          <Who side="customer" open={win.confirmers.length === 0}>
            {confirmersWords(win.confirmers, account)}
          </Who>
        </dd>
      </dl>
      {recordAt && (
        <p className="record no-print">
          <Link className="btn" to={recordAt}>
            Record the result
          </Link>
        </p>
      )}
    </section>
  )
}
