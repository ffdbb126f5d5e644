import { PageLink } from '#app/ui/page-link.tsx'
import { MarkedName } from '#app/ui/marks.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { quoted } from '#app/ui/name-words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { FirstWinView, OpenWinView } from '#app/plan/view/plan-view.ts'
import { confirmersWords } from '../value-words.ts'
import { Scale } from './scale.tsx'
import type { MeasurementView } from './measurement-view.ts'
import { byWords, firstWinCardWords } from './first-win-card-words.ts'

/** Loaded where something was measured. */
const WinProgress = lazyPart('win-progress', async () => (await import('./win-progress.tsx')).WinProgress)
const OpenWinCard = lazyPart('open-win-card', async () => (await import('./open-win-card.tsx')).OpenWinCard)

export type FirstWinCardProps = {
  win: FirstWinView | OpenWinView
  /** The account's name: who announces it. */
  account: string
  today: string
  /** What was measured on the way, the latest last, and the day from which the chart begins. */
  measurements: readonly MeasurementView[]
  start: IsoDate
  /** Where it is read in full. */
  resultsAt: string
  /** Where the result is recorded; null where the reader may not, or it already is. */
  recordAt: string | null
  /** Where the first win is defined; null where the reader may not. */
  defineAt: string | null
  /** Whether it is a strip that says the rest on request. */
  folded?: boolean
}

/** Region *First win*: what will be announced, baseline and target, by when, and who will be told. */
export function FirstWinCard(props: FirstWinCardProps) {
  const { win, recordAt, folded = false } = props
  if ('open' in win) return <OpenWinCard {...{ ...props, win }} />
  return (
    <section className={folded ? 'win strip-card' : 'win'} aria-label={firstWinCardWords.region}>
      <h2>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 15V2h9l-2 3 2 3H3" />
        </svg>
        {firstWinCardWords.title}
      </h2>
      <blockquote>{quoted(win.statement)}</blockquote>
      <Scale measure={win.measure} unit={win.unit} baseline={win.baseline} target={win.target} />
      {folded ? (
        <details>
          <summary>{byWords(longDate(win.winBy, props.today))}</summary>
          <Measured {...props} win={win} />
          <Terms {...props} win={win} />
        </details>
      ) : (
        <>
          <Measured {...props} win={win} />
          <Terms {...props} win={win} />
        </>
      )}
      <p className="record no-print">
        {recordAt && (
          <PageLink className="btn" to={recordAt} discover="none">
            {firstWinCardWords.record}
          </PageLink>
        )}{' '}
        <PageLink to={props.resultsAt} discover="none">
          {firstWinCardWords.results}
        </PageLink>
      </p>
    </section>
  )
}

const Measured = ({ win, measurements, start, today }: FirstWinCardProps & { win: FirstWinView }) =>
  measurements.length > 0 && <WinProgress {...{ win, measurements, start, today }} />

function Terms({ win, account, today }: FirstWinCardProps & { win: FirstWinView }) {
  return (
    <dl className="meta">
      <dt>{firstWinCardWords.by}</dt>
      <dd>{longDate(win.winBy, today)}</dd>
      <dt>{firstWinCardWords.announcedTo}</dt>
      <dd>{win.announcedTo}</dd>
      <dt>{firstWinCardWords.confirmedBy}</dt>
      <dd>
        <MarkedName side="customer" open={win.confirmers.length === 0}>
          {confirmersWords(win.confirmers, account)}
        </MarkedName>
      </dd>
    </dl>
  )
}
