import type { PlanView } from '../core/plan-view.ts'
import type { Side } from '#app/schedule/model.ts'
import type { TimeScale } from './timeline-scale.ts'

const patternOf = (side: Side) => `closed-${side}`

/** Hatching for closed periods, one for each side; drawn once, used by every stage. */
export function ClosedPatterns() {
  return (
    <defs>
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
    </defs>
  )
}

export type BackdropProps = { plan: PlanView; scale: TimeScale; months?: boolean }

/** What lies behind every row: months, closed periods, today, the critical date. */
export function Backdrop({ plan, scale, months = true }: BackdropProps) {
  const today = `${scale.start(plan.today)}%`
  const critical = `${scale.end(plan.criticalDate)}%`
  const closed = plan.closed.filter((period) => period.to >= scale.from && period.from <= scale.to)
  return (
    <>
      {closed.map((period) => {
        const from = Math.max(0, scale.start(period.from))
        const width = Math.max(0.8, Math.min(100, scale.end(period.to)) - from)
        return (
          <rect
            key={`${period.from}${period.why}`}
            x={`${from}%`}
            width={`${width}%`}
            height="100%"
            fill={`url(#${patternOf(period.side)})`}
          />
        )
      })}
      {months &&
        scale.rules.map((at) => <line key={at} className="rule" x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />)}
      <line className="today" x1={today} x2={today} y1="0" y2="100%" />
      <line className="critical" x1={critical} x2={critical} y1="0" y2="100%" />
    </>
  )
}
