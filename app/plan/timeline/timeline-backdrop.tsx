import type { PlanView } from '../view/plan-view.ts'
import type { Side } from '#app/schedule/model.ts'
import type { TimeScale } from './timeline-scale.ts'

const patternOf = (side: Side) => `closed-${side}`

/** What every stage of the timeline shows, drawn once: `Backdrop`, `MilestoneMark` and, in timeline.css, bars refer to it by these ids. */
const ids = { days: 'days', backdrop: 'backdrop', point: 'point', tailEnd: 'tail-end' } as const

export const pointRef = `#${ids.point}`

/** The drawings that stages share. Styles reach them by their own classes alone: where they are used, nothing stands above them. */
export function TimelineDefs({ plan, scale }: { plan: PlanView; scale: TimeScale }) {
  const today = `${scale.start(plan.today)}%`
  const critical = `${scale.end(plan.criticalDate)}%`
  return (
    <defs>
      <path id={ids.point} d="M0-7.5L7.5 0 0 7.5-7.5 0z" />
      <marker id={ids.tailEnd} markerUnits="userSpaceOnUse" markerWidth="2" markerHeight="7" refX="1" refY="3.5">
        <path className="tail-end" d="M1 0V7" />
      </marker>
      {(['vendor', 'customer', 'both'] as const).map((side) => (
        <pattern
          key={side}
          id={patternOf(side)}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={`hatch ${side}`} width="3" height="8" />
        </pattern>
      ))}
      <g id={ids.days}>
        <ClosedPeriods plan={plan} scale={scale} />
        <line className="today-line" x1={today} x2={today} y1="0" y2="100%" />
        <line className="critical-line" x1={critical} x2={critical} y1="0" y2="100%" />
      </g>
      <g id={ids.backdrop}>
        {scale.rules.map((at) => (
          <line key={at} className="month-lines" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
        ))}
        <use href={`#${ids.days}`} />
      </g>
    </defs>
  )
}

/** Hatched, one way for each side. */
const ClosedPeriods = ({ plan, scale }: { plan: PlanView; scale: TimeScale }) =>
  plan.closed
    .filter((period) => period.to >= scale.from && period.from <= scale.to)
    .map((period) => {
      const from = Math.max(0, scale.start(period.from))
      const width = Math.max(0.8, Math.min(100, scale.end(period.to)) - from)
      return (
        <rect
          key={`${period.from}${period.why}`}
          x={`${from}%`}
          width={`${width.toFixed(2)}%`}
          height="100%"
          fill={`url(#${patternOf(period.side)})`}
        />
      )
    })

/** What lies behind every row: months, closed periods, today, the critical date. The calendar above them names its months. */
export const Backdrop = ({ months = true }: { months?: boolean }) => (
  <use href={`#${months ? ids.backdrop : ids.days}`} />
)
