import { memo, useRef, useState } from 'react'
import { dateSpan } from '#app/ui/date-words.ts'
import type { KeyboardEvent, PointerEvent } from 'react'
import type { TaskView } from '../view/plan-view.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { GoalField } from '../what-if/what-if-asks.ts'
import { type BarPart, mayMovePart } from '../what-if/may-move-part.ts'
import { TaskBar } from './timeline-marks.tsx'
import { EarlierBar } from './still-bar.tsx'
import type { TimeScale } from './timeline-scale.ts'
import { day } from '#app/kit/durations.ts'
import { barWords, moveTaskWords } from './timeline-words.ts'

/** What moving a bar does; the same functions for as long as the page stands. */
export type BarMoves = {
  /** Tries a day for one end of a task's bar. */
  to(task: TaskView, part: BarPart, date: IsoDate): void
  /** One working day further or back. */
  step(task: TaskView, part: BarPart, by: 1 | -1): void
  /** Opens the task's fields. */
  show(task: TaskView): void
  /** While a bar is held the scale stays as it is. */
  hold(isHeld: boolean): void
  keep(): void
  /** Tries another day for one of the plan's two dates. */
  goal(field: GoalField, date: IsoDate): void
}

export type MovableBarProps = {
  task: TaskView
  /** The task as it stands, where it is tried elsewhere. */
  was: TaskView | undefined
  scale: TimeScale
  y: number
  height: number
  /** The one bar of the timeline that Tab leads to, until another has been gone to. */
  isFirst: boolean
  moves: BarMoves
}

type Gesture = { x: number; part: BarPart; dayWidth: number; from: IsoDate; days: number; isMoved: boolean }

/** How far from the end of a bar the finish is taken hold of, in pixels; of a narrow bar, its last third and what lies beyond. */
const grip = 9

/**
 * A bar that can be tried elsewhere: its body moves the start, its right end the finish, by pointer and touch in whole days. By keyboard the
 * arrows move the start by a working day, with Shift the finish; up and down go to the next bar, Enter keeps.
 */
export const MovableBar = memo(function MovableBar({ task, was, scale, y, height, isFirst, moves }: MovableBarProps) {
  const gesture = useRef<Gesture | null>(null)
  const [isHeld, setHeld] = useState(false)
  const finish = scale.end(task.earlyFinish)
  const start = scale.start(task.startedOn ?? task.earlyStart)

  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    if (!box) return
    const isAtGrip = event.target instanceof Element && event.target.closest('.grip') !== null
    const part: BarPart = isAtGrip || !mayMovePart(task, 'start') ? 'finish' : 'start'
    const dayWidth = (box.width * (scale.end(task.earlyStart) - scale.start(task.earlyStart))) / 100
    gesture.current = {
      x: event.clientX,
      part,
      dayWidth,
      from: part === 'start' ? task.earlyStart : task.earlyFinish,
      days: 0,
      isMoved: false,
    }
    event.currentTarget.setPointerCapture(event.pointerId)
    moves.hold(true)
  }
  const onPointerMove = (event: PointerEvent<SVGGElement>) => {
    const held = gesture.current
    if (!held) return
    const days = Math.round((event.clientX - held.x) / held.dayWidth)
    if (days === held.days) return
    held.days = days
    held.isMoved = true
    setHeld(true)
    moves.to(task, held.part, addDays(held.from, days))
  }
  const onPointerUp = (event: PointerEvent<SVGGElement>) => {
    const held = gesture.current
    gesture.current = null
    setHeld(false)
    moves.hold(false)
    if (held && !held.isMoved && event.type === 'pointerup') moves.show(task)
  }
  const onKeyDown = (event: KeyboardEvent<SVGGElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const part: BarPart = event.shiftKey ? 'finish' : 'start'
    if (by === 1 || by === -1) {
      if (mayMovePart(task, part)) moves.step(task, part, by)
    } else if (next) focusBar(event.currentTarget, next)
    else if (event.key === 'Enter') moves.keep()
    else return
    event.preventDefault()
  }
  const end = Math.max(start + 2, finish)
  const width = end - start
  const top = y - height / 2 + 3
  return (
    <g
      role="slider"
      data-task={task.id}
      tabIndex={isFirst ? 0 : -1}
      className="movable"
      aria-label={moveTaskWords(task.title)}
      aria-orientation="horizontal"
      aria-valuenow={Date.parse(task.earlyStart) / day}
      aria-valuemin={Date.parse(scale.from) / day}
      aria-valuemax={Date.parse(scale.to) / day}
      aria-valuetext={barWords(task)}
      aria-describedby="timeline-keys"
      onFocus={(event) => rove(event.currentTarget)}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
    >
      {was && <EarlierBar task={was} scale={scale} y={y} />}
      <rect className="hit" x={`${start}%`} width={`${width}%`} y={top} height={height - 6} rx="6" />
      <TaskBar task={task} scale={scale} y={y} />
      <svg className="grip" x={`${end}%`} y={top} overflow="visible" width="1" height="1">
        <rect x={-grip} width={grip * 2} height={height - 6} />
      </svg>
      {isHeld && (
        <text className="drag-label" x={`${start}%`} y={top - 2}>
          {dateSpan(task.startedOn ?? task.earlyStart, task.earlyFinish)}
        </text>
      )}
      <rect className="body" x={`${start}%`} width={`${Math.round(width * 67) / 100}%`} y={top} height={height - 6} />
    </g>
  )
})

const barsBeside = (bar: SVGGElement) => [...(bar.closest('.lanes')?.querySelectorAll<SVGGElement>('.movable') ?? [])]

function focusBar(bar: SVGGElement, by: number) {
  const bars = barsBeside(bar).filter((each) => each.getClientRects().length > 0)
  bars[bars.indexOf(bar) + by]?.focus()
}

/** One stop for Tab in the whole timeline: the bar that was gone to last. */
function rove(bar: SVGGElement) {
  for (const each of barsBeside(bar)) each.tabIndex = each === bar ? 0 : -1
}
