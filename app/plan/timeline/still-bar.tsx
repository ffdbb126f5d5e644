import { memo } from 'react'
import type { TaskView } from '../view/plan-view.ts'
import { TaskBar } from './timeline-marks.tsx'
import type { TimeScale } from './timeline-scale.ts'

export type StillBarProps = {
  task: TaskView
  /** The task as it stands, where it is tried elsewhere. */
  was: TaskView | undefined
  scale: TimeScale
  y: number
}

/** A bar that cannot be moved, with the day it stands on now behind it. */
export const StillBar = memo(function StillBar({ task, was, scale, y }: StillBarProps) {
  return (
    <>
      {was && <EarlierBar task={was} scale={scale} y={y} />}
      <TaskBar task={task} scale={scale} y={y} />
    </>
  )
})

/** The bar as it stands, behind the tried one. */
export function EarlierBar({ task, scale, y }: { task: TaskView; scale: TimeScale; y: number }) {
  const from = scale.start(task.startedOn ?? task.earlyStart)
  const width = Math.max(1, scale.end(task.earlyFinish) - from)
  return <rect className="was" x={`${from}%`} width={`${width}%`} y={y - 9} height="18" rx="5" />
}
