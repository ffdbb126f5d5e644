import type { ComponentType } from 'react'
import type { MilestoneView, PlanView, StageView, TaskView } from '../view/plan-view.ts'
import { isInView, isMovable } from './use-bar-moves.ts'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { mayAddTasks, onStageLine, shownTasks, sendBackOf } from '../view/shown-tasks.ts'
import { taskTitle } from '../view/plan-words.ts'
import { isRowTall } from '../view/row-height.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { privateTaskWords } from '../core/private-words.ts'
import { Backdrop } from './timeline-backdrop.tsx'
import type { BarMoves, MovableBarProps } from './movable-bar.tsx'
import { StillBar } from './still-bar.tsx'
import { MilestoneMark } from './timeline-marks.tsx'
import { type TimeScale, lineAt, timelineHeights } from './timeline-scale.ts'
import { isNamedLikeStage } from '../core/is-named-like-stage.ts'
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

type Lane = { key: string; height: number; className?: string | undefined } & (
  { task: TaskView; milestone: null } | { task: null; milestone: MilestoneView | null }
)

/**
 * The lanes of one stage from top to bottom, each with the height that plan-table.css gives its row in the table, in parts that stay whole
 * on paper. The row of new tasks begins or ends a part: it is cut off on paper, where nothing is typed.
 */
function partsOf({ plan, stage, show }: Pick<StageLanesProps, 'plan' | 'stage' | 'show'>) {
  return stage.milestones.flatMap((milestone, at) => {
    const isOnLine = milestone === onStageLine(stage)
    const tasks: Lane[] = shownTasks(milestone.tasks, show).map((task) => ({
      key: task.id,
      task,
      milestone: null,
      ...laneOf(plan, task),
    }))
    const end: Lane[] = []
    if (mayAddTasks(plan, show))
      end.push({ key: `add-${milestone.id}`, task: null, milestone: null, height: timelineHeights.adding })
    if (!isOnLine)
      end.push({
        key: milestone.id,
        task: null,
        milestone,
        className: 'of-point',
        height: timelineHeights.milestone,
      })
    const parts = isOnLine ? [[...tasks, ...end]] : [tasks, end]
    return parts.map((lanes, part) => place(lanes, at + part === 0, part > 0))
  })
}

function place(lanes: readonly Lane[], isFirst: boolean, isEnd: boolean) {
  let height: number = isFirst ? timelineHeights.stage : 0
  const rows = lanes.map((lane) => {
    const row = { ...lane, y: height }
    height += lane.height
    return row
  })
  return { rows, height, isFirst, isEnd }
}

/** The lane of a task, as high as its row in the table. */
function laneOf(plan: PlanView, task: TaskView) {
  const [tall, noted] = [isRowTall(plan, task), sendBackOf(task) !== null]
  const height = timelineHeights[noted ? (tall ? 'tallNoted' : 'noted') : tall ? 'tall' : 'task']
  return { className: [tall && 'tall', noted && 'noted'].filter(Boolean).join(' ') || undefined, height }
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
  const beside = onStageLine(stage)
  const marks = stage.milestones.map((milestone) => (
    <MilestoneMark key={milestone.id} milestone={milestone} scale={scale} y={timelineHeights.stage / 2} />
  ))
  return partsOf({ plan, stage, show }).map(
    ({ isFirst, isEnd, rows, height }, part) =>
      height > 0 && (
        <div
          key={part}
          className={['lane-row', !isFirst && 'more', isEnd && 'end'].filter(Boolean).join(' ')}
          data-lane={stage.stage}
        >
          <ol className="lane-names">
            {isFirst && (
              <li className="of-stage">
                {stageNames[stage.stage]}
                {beside && !isNamedLikeStage(stage.stage, beside.title) && <span>{beside.title}</span>}
              </li>
            )}
            {rows.map(
              (row) =>
                (row.task || row.milestone) && (
                  <li key={row.key} className={row.className}>
                    {row.task ? <LaneName plan={plan} task={row.task} /> : row.milestone?.title}
                  </li>
                ),
            )}
          </ol>
          <svg className="stage-lanes" width="100%" height={height}>
            <path className="rule" d={rows.map(({ y }) => lineAt(y)).join('')} />
            <Backdrop />
            {isFirst && (beside ? marks : <g className="when-folded">{marks}</g>)}
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
      ),
  )
}
