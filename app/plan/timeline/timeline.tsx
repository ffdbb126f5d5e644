import { tasksOf } from '../view/shown-tasks.ts'
import { type ComponentType, Suspense, lazy, startTransition, useEffect, useRef, useState } from 'react'
import type { ClosedPeriodView, PlanView } from '../view/plan-view.ts'
import { isInView, isMovable, useBarMoves } from './use-bar-moves.ts'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { shortDate } from '#app/ui/date-words.ts'
import { MilestoneStrip } from './milestone-strip.tsx'
import { timelineWords } from '../view/plan-words.ts'
import { Backdrop, TimelineDefs } from './timeline-backdrop.tsx'
import type { BarMoves, MovableBarProps } from './movable-bar.tsx'
import { StageLanes } from './stage-lanes.tsx'
import type { TimelineLabel, TimeScale } from './timeline-scale.ts'
import { timelineHeights, placeLabels, timeScale } from './timeline-scale.ts'
import { day } from '#app/kit/durations.ts'
import { timelinePartWords } from './timeline-words.ts'

export type TimelineProps = {
  plan: PlanView
  show: 'everything' | 'mine'
  whatIf?: WhatIf | null | undefined
  /** What is shown instead of the whole plan. */
  zoomed?: TimeScale | null
  /** Whether someone has come near: the lines between tasks are loaded then. */
  isNear?: boolean
}

/**
 * Region *Timeline*: the same rows as the table, drawn with SVG attributes alone; on a phone a strip of milestones.
 * Stages fold with the table's, by stylesheet.
 */
export function Timeline({ plan, show, whatIf, zoomed = null, isNear = false }: TimelineProps) {
  const [held, setHeld] = useState<TimeScale | null>(null)
  const stages = plan.stages.filter((stage) => stage.milestones.length > 0)
  const current = zoomed ?? timeScale(plan)
  const lanes = useRef<HTMLDivElement>(null)
  const moves = useBarMoves(whatIf, (isHeld) => setHeld(isHeld ? current : null))
  const [MovableBar, setMovableBar] = useState<ComponentType<MovableBarProps>>()
  const mayMove = moves !== null
  // Bars stand still until what moves them is there; where it cannot be loaded, dates are tried by their fields.
  useEffect(() => {
    if (mayMove)
      loadMovableBar().then(
        (it) => startTransition(() => setMovableBar(() => it.MovableBar)),
        () => undefined,
      )
  }, [mayMove])
  if (stages.length === 0) return null
  const scale = held ?? current
  const first = tasksOf(plan).find((task) => isMovable(task) && isInView(task, scale))?.id
  const words = timelineWords(plan)
  return (
    <section className="timeline" aria-label={timelinePartWords.label}>
      <MilestoneStrip plan={plan} />
      {moves && <TimelineInWords words={words} />}
      <div className="lanes" ref={lanes} {...(moves ? {} : { role: 'img', 'aria-label': words })}>
        <Calendar plan={plan} scale={scale} moves={plan.viewer.may.editTerms ? moves : null} />
        {stages.map((stage) => (
          <StageLanes
            // Another zoom has another stop for Tab.
            key={(zoomed?.from ?? '') + stage.stage}
            plan={plan}
            stage={stage}
            scale={scale}
            show={show}
            moves={moves}
            MovableBar={MovableBar}
            moved={whatIf?.moved}
            first={first}
          />
        ))}
        {isNear && (
          <Suspense>
            <DependencyLines plan={plan} scale={scale} lanes={lanes} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

/** The picture's words where the picture holds controls, and how they are used. */
const TimelineInWords = ({ words }: { words: string }) => (
  <div className="visually-hidden">
    <p>{words}</p>
    <p id="timeline-keys">{timelinePartWords.keys}</p>
  </div>
)

function labelsOf(plan: PlanView, scale: TimeScale): TimelineLabel[] {
  const today = scale.start(plan.today)
  const critical = scale.end(plan.criticalDate)
  const labels: TimelineLabel[] = [
    { key: 'today', text: timelinePartWords.today, at: today, tone: 'today', anchor: 'start' },
    {
      key: 'critical',
      text: shortDate(plan.criticalDate, plan.today),
      at: critical,
      tone: 'critical',
      anchor: 'start',
    },
    ...plan.closed
      .filter((period) => period.to >= scale.from && period.from <= scale.to && isLong(period))
      .map((period): TimelineLabel => {
        const at = (scale.start(period.from) + scale.end(period.to)) / 2
        return { key: `${period.from}${period.why}`, text: period.why, at, tone: 'closed', anchor: 'middle' }
      }),
  ]
  // What lies before or after the days in view has no place there.
  return labels.filter(({ at }) => at >= 0 && at <= 100)
}

/** Single holidays are hatched and listed below; only what lasts has room for its name in the calendar. */
const isLong = (period: ClosedPeriodView) => Date.parse(period.to) - Date.parse(period.from) >= 3 * day

/** What moves bars, loaded for those who may change the plan once the page stands. */
const loadMovableBar = () => import('./movable-bar.tsx')

const DependencyLines = lazy(() =>
  import('./dependency-lines.tsx').then(
    (it) => ({ default: it.DependencyLines }),
    () => ({ default: () => <></> }),
  ),
)

/** Loaded once the page stands; where it cannot be, the dates are opened by their names. */
const GoalHandles = lazy(() =>
  import('./goal-handles.tsx').then(
    (it) => ({ default: it.GoalHandles }),
    () => ({ default: () => <></> }),
  ),
)

function Calendar({ plan, scale, moves }: { plan: PlanView; scale: TimeScale; moves: BarMoves | null }) {
  const labels = placeLabels(labelsOf(plan, scale))
  return (
    <div className="lane-row axis">
      <span className="lane-names" />
      <svg width="100%" height={timelineHeights.calendar} className="calendar" aria-hidden="true">
        <TimelineDefs plan={plan} scale={scale} />
        <Backdrop months={false} />
        {scale.periods.map(({ date, at, text }) => (
          <text key={date} className="month" x={`${at}%`} dx="6" y={timelineHeights.calendar - 9}>
            {text}
          </text>
        ))}
        {labels.map((label) => (
          <text
            key={label.key}
            className={`label ${label.tone}`}
            x={`${label.at}%`}
            dx={label.anchor === 'start' ? 5 : label.anchor === 'end' ? -5 : 0}
            y={14 + label.line * 13}
            textAnchor={label.anchor}
          >
            {label.text}
          </text>
        ))}
      </svg>
      {moves && (
        <Suspense>
          <GoalHandles plan={plan} scale={scale} moves={moves} />
        </Suspense>
      )}
    </div>
  )
}
