import type { MilestoneView, MovedDay, TaskView } from '../view/plan-view.ts'
import { milestoneDay } from '../view/shown-tasks.ts'
import { pointRef } from './timeline-backdrop.tsx'
import type { TimeScale } from './timeline-scale.ts'

/** The narrowest bar, in per cent: a single day must still be seen. */
const narrowest = 1.9

export type TaskBarProps = { task: TaskView; scale: TimeScale; y: number }

/** A task from start to finish, its slack a tail. Filled means no slack, red late on the chain that decides; two halves mean both sides. */
export function TaskBar({ task, scale, y }: TaskBarProps) {
  const from = scale.start(
    task.startedOn ?? (task.doneOn && task.doneOn < task.earlyStart ? task.doneOn : task.earlyStart),
  )
  const to = scale.end(task.doneOn ?? task.earlyFinish)
  const width = Math.round(Math.max(narrowest, to - from) * 100) / 100
  const tail = task.status !== 'done' && task.slackDays > 0 ? scale.end(task.dueOn) : null
  const state =
    task.status === 'done'
      ? 'done'
      : task.slackDays < 0 && task.critical
        ? 'late'
        : task.slackDays <= 0
          ? 'critical'
          : ''
  const at = { x: `${from}%`, width: `${width}%` }
  return (
    <g className={state ? `bar ${task.side} ${state}` : `bar ${task.side}`}>
      {task.moved && <Ghost moved={task.moved} scale={scale} y={y} />}
      {tail !== null && tail > from + width && (
        <line className="tail" x1={`${Math.round((from + width) * 100) / 100}%`} x2={`${tail}%`} y1={y} y2={y} />
      )}
      <Sittings task={task} scale={scale} y={y} />
      {task.side === 'both' ? (
        <>
          <rect className="half vendor" {...at} y={y - 6} />
          <rect className="half customer" {...at} y={y} />
        </>
      ) : (
        <rect {...at} y={y - 6} />
      )}
    </g>
  )
}

/** The day that was agreed, where another holds now. */
function Ghost({ moved, scale, y }: { moved: MovedDay; scale: TimeScale; y: number }) {
  const at = `${scale.end(moved.agreed)}%`
  return <line className="ghost" x1={at} x2={at} y1={y - 11} y2={y + 11} />
}

/** A small stroke below the bar for each day on which the task can be finished. */
function Sittings({ task, scale, y }: TaskBarProps) {
  if (!task.sittings || task.status === 'done') return null
  return task.sittings.dates
    .filter((date) => date >= scale.from && date <= scale.to)
    .map((date) => {
      const at = `${scale.end(date)}%`
      return <line key={date} className="sitting" x1={at} x2={at} y1={y + 10} y2={y + 16} />
    })
}

type MilestoneMarkProps = { milestone: MilestoneView; scale: TimeScale; y: number }

/** The point that ends a milestone, at the end of its day. */
export function MilestoneMark({ milestone, scale, y }: MilestoneMarkProps) {
  const at = scale.end(milestoneDay(milestone))
  const state = milestone.reachedOn ? 'reached' : milestone.late ? 'late' : ''
  return (
    <>
      {milestone.moved && <Ghost moved={milestone.moved} scale={scale} y={y} />}
      <use className={state ? `dot ${state}` : 'dot'} href={pointRef} x={`${at}%`} y={y} />
    </>
  )
}
