import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { PlanView } from '../view/plan-view.ts'
import { day } from '#app/kit/durations.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { GoalField } from '../what-if/what-if-asks.ts'
import type { BarMoves } from './movable-bar.tsx'
import { goalHandleWords } from './goal-handle-words.ts'
import { type TimeScale, timelineHeights } from './timeline-scale.ts'

type GoalHandlesProps = { plan: PlanView; scale: TimeScale; moves: BarMoves }

/** What the lines of the plan's two dates are taken hold of by, above the rows. */
export const GoalHandles = ({ plan, scale, moves }: GoalHandlesProps) => (
  <svg className="goal-handles no-print" width="100%" height={timelineHeights.calendar}>
    <GoalHandle field="criticalDate" date={plan.criticalDate} plan={plan} scale={scale} moves={moves} />
    <GoalHandle field="winBy" date={plan.firstWin.winBy} plan={plan} scale={scale} moves={moves} />
  </svg>
)

type GoalHandleProps = GoalHandlesProps & { field: GoalField; date: IsoDate }

/** Half of the width by which a line is taken hold of, in pixels. */
const reach = 14

/** Moves one date by whole days, by pointer and touch, and by the arrows, with Shift by a week; Enter keeps. */
function GoalHandle({ field, date, plan, scale, moves }: GoalHandleProps) {
  const held = useRef<{ x: number; dayWidth: number; from: IsoDate; days: number } | null>(null)
  const [isHeld, setHeld] = useState(false)
  const move = (to: IsoDate) => moves.goal(field, to)
  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (event.button !== 0 || !box) return
    const dayWidth = (box.width * (scale.end(date) - scale.start(date))) / 100
    held.current = { x: event.clientX, dayWidth, from: date, days: 0 }
    event.currentTarget.setPointerCapture(event.pointerId)
    setHeld(true)
    moves.hold(true)
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    if (!held.current) return
    const days = Math.round((event.clientX - held.current.x) / held.current.dayWidth)
    if (days === held.current.days) return
    held.current.days = days
    move(addDays(held.current.from, days))
  }
  const onPointerUp = () => {
    held.current = null
    setHeld(false)
    moves.hold(false)
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by) move(addDays(date, event.shiftKey ? by * 7 : by))
    else if (event.key === 'Enter') moves.keep()
    else return
    event.preventDefault()
  }
  // What cannot be seen takes no focus; while it is dragged it may leave the days in view.
  if (!isHeld && (date < scale.from || date > scale.to)) return null
  const at = `${scale.end(date)}%`
  return (
    <g
      role="slider"
      tabIndex={0}
      className={`goal-handle ${field}`}
      aria-label={goalHandleWords[field]}
      aria-orientation="horizontal"
      aria-valuenow={Date.parse(date) / day}
      aria-valuemin={Date.parse(scale.from) / day}
      aria-valuemax={Date.parse(scale.to) / day}
      aria-valuetext={longDate(date, plan.today)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      <svg x={at} overflow="visible" width="1" height="1">
        <rect className="reach" x={-reach} width={reach * 2} height={timelineHeights.calendar} rx="6" />
        {isHeld && (
          <text className="drag-label" x="6" y={timelineHeights.calendar - 24}>
            {longDate(date, plan.today)}
          </text>
        )}
        <path d={`M-5 ${timelineHeights.calendar - 9}h10l-5 8z`} />
      </svg>
    </g>
  )
}
