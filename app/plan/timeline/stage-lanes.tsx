import type { ComponentType } from 'react'
import type { PlanView, StageView, TaskView } from '../view/plan-view.ts'
import { isInView, isMovable } from './use-bar-moves.ts'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { isStageOver, mayAddTasks, onStageLine, shownTasks, sendBackOf } from '../view/shown-tasks.ts'
import { taskTitle } from '../view/plan-words.ts'
import { isRowTall } from '../view/row-height.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { privateTaskWords } from '../core/private-words.ts'
import { Backdrop } from './timeline-backdrop.tsx'
import type { BarMoves, MovableBarProps } from './movable-bar.tsx'
import { StillBar } from './still-bar.tsx'
import { MilestoneMark } from './timeline-marks.tsx'
import { type TimeScale, lineAt, timelineHeights } from './timeline-scale.ts'
import { stageNames } from '../core/stage-name-words.ts'

type StageLanesProps = {
  plan: PlanView
  stage: StageView
  scale: TimeScale
  show: 'everything' | 'mine'
  /** Where bars can be moved. */
  moves: BarMoves | null
  /** What draws a bar that can be moved, once it is loaded. */
  MovableBar: ComponentType<MovableBarProps> | undefined
  moved: WhatIf['moved'] | undefined
  first: string | undefined
}

/** The rows of one stage from top to bottom, each with the height that plan-table.css gives it in the table. */
function rowsOf({ plan, stage, show }: Pick<StageLanesProps, 'plan' | 'stage' | 'show'>) {
  let y: number = timelineHeights.stage
  const place = (height: number) => {
    const row = { y, height }
    y += height
    return row
  }
  const rows = stage.milestones.flatMap((milestone) => [
    ...shownTasks(milestone.tasks, show).map((task) => ({
      key: task.id,
      task,
      milestone: null,
      ...laneOf(plan, task, place),
    })),
    ...(mayAddTasks(plan, show)
      ? [
          {
            key: `add-${milestone.id}`,
            task: null,
            milestone: null,
            className: 'of-adding',
            ...place(timelineHeights.adding),
          },
        ]
      : []),
    ...(milestone === onStageLine(stage)
      ? []
      : [{ key: milestone.id, task: null, milestone, className: 'of-point', ...place(timelineHeights.milestone) }]),
  ])
  return { rows, height: y }
}

type Place = (height: number) => { y: number; height: number }

/** The lane of a task, as high as its row in the table. */
function laneOf(plan: PlanView, task: TaskView, place: Place) {
  const [tall, noted] = [isRowTall(plan, task), sendBackOf(task) !== null]
  const height = noted
    ? tall
      ? timelineHeights.tallNoted
      : timelineHeights.noted
    : tall
      ? timelineHeights.tall
      : timelineHeights.task
  return { className: [tall && 'tall', noted && 'noted'].filter(Boolean).join(' ') || undefined, ...place(height) }
}

/** On paper a task of one side's own is called as the other side calls it, unless private parts are asked for. */
function LaneName({ plan, task }: { plan: PlanView; task: TaskView }) {
  const title = taskTitle(plan, task)
  if (task.privateTo === null || task.hidden) return title
  return (
    <>
      <span className="own-only">
        {title} <PrivateMark company={ownCompany(plan)} />
      </span>
      <span className="shared-only">{privateTaskWords(ownCompany(plan))}</span>
    </>
  )
}

/** The rows of one stage: their names, and their bars and points beside them. */
export function StageLanes({ plan, stage, scale, show, moves, MovableBar, moved, first }: StageLanesProps) {
  const { rows, height } = rowsOf({ plan, stage, show })
  const beside = onStageLine(stage)
  // On paper nothing is typed: the last lane is cut off.
  const named = beside ? rows.filter((row) => row.task) : rows
  const marks = stage.milestones.map((milestone) => (
    <MilestoneMark key={milestone.id} milestone={milestone} scale={scale} y={timelineHeights.stage / 2} />
  ))
  return (
    <div className={isStageOver(stage) ? 'lane-row over' : 'lane-row'} data-lane={stage.stage}>
      <ol className="lane-names">
        <li className="of-stage">
          {stageNames[stage.stage]}
          {beside && <span>{beside.title}</span>}
        </li>
        {named.map((row) => (
          <li key={row.key} className={row.className}>
            {row.milestone ? row.milestone.title : row.task && <LaneName plan={plan} task={row.task} />}
          </li>
        ))}
      </ol>
      <svg className="stage-lanes" width="100%" height={height}>
        <path className="rule" d={rows.map(({ y }) => lineAt(y)).join('')} />
        <Backdrop />
        {beside ? marks : <g className="when-folded">{marks}</g>}
        {rows.map((row) =>
          row.milestone ? (
            <MilestoneMark key={row.key} milestone={row.milestone} scale={scale} y={row.y + row.height / 2} />
          ) : (
            row.task &&
            (moves && MovableBar && isMovable(row.task) && (moved?.has(row.key) || isInView(row.task, scale)) ? (
              <MovableBar
                key={row.key}
                task={row.task}
                was={moved?.get(row.key)?.before}
                scale={scale}
                y={row.y + row.height / 2}
                height={row.height}
                isFirst={row.key === first}
                moves={moves}
              />
            ) : (
              <StillBar
                key={row.key}
                task={row.task}
                was={moved?.get(row.key)?.before}
                scale={scale}
                y={row.y + row.height / 2}
              />
            ))
          ),
        )}
      </svg>
    </div>
  )
}
