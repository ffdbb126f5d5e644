import { tasksOf } from '../view/shown-tasks.ts'
import { type RefObject, useEffect, useState } from 'react'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import type { TimeScale } from './timeline-scale.ts'

type DependencyLinesProps = { plan: PlanView; scale: TimeScale; lanes: RefObject<HTMLElement | null> }

type Line = { key: string; x1: number; y1: number; x2: number; y2: number }

/** What the task in hand waits for and what waits for it, as lines between the bars, while its row or bar is pointed at or has the focus. */
export function DependencyLines({ plan, scale, lanes }: DependencyLinesProps) {
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    const box = lanes.current
    const sheet = box?.closest('.sheet')
    if (!box || !sheet) return undefined
    const show = (taskId: string | null) => setLines(taskId ? linesOf(plan, scale, box, taskId) : [])
    // What was pointed at, or had the focus, before this was loaded or the plan changed.
    show(inHand(sheet))
    const follow = ({ target }: Event) => show(target instanceof Element ? idAt(target) : null)
    const leave = () => show(null)
    sheet.addEventListener('pointerover', follow)
    sheet.addEventListener('focusin', follow)
    sheet.addEventListener('pointerleave', leave)
    return () => {
      sheet.removeEventListener('pointerover', follow)
      sheet.removeEventListener('focusin', follow)
      sheet.removeEventListener('pointerleave', leave)
    }
  }, [plan, scale, lanes])
  return (
    <svg className="dependencies no-print" width="100%" height="100%" aria-hidden="true">
      {lines.map(({ key, x1, y1, x2, y2 }) => (
        <path key={key} d={`M${x1} ${y1}h6V${y2}H${x2}`} />
      ))}
    </svg>
  )
}

/** The task that is pointed at, or has the focus. */
function inHand(sheet: Element): string | null {
  const found = sheet.querySelector(':is(.row, [data-task]):is(:hover, :focus, :focus-within)')
  return found ? idAt(found) : null
}

/** The task whose row or bar this is. */
const idAt = (target: Element): string | null =>
  target.closest('.row')?.id.replace(/^task-/, '') ?? target.closest('[data-task]')?.getAttribute('data-task') ?? null

function linesOf(plan: PlanView, scale: TimeScale, lanes: HTMLElement, taskId: string): Line[] {
  const tasks = tasksOf(plan)
  const place = tasks.findIndex(({ id }) => id === taskId)
  const task = tasks[place]
  if (!task) return []
  const box = lanes.getBoundingClientRect()
  // A row in a folded stage, or one that is not shown, has no height and no line.
  const middle = ({ id }: TaskView) => {
    const row = document.getElementById(`task-${id}`)?.getBoundingClientRect()
    return row && row.height > 0 ? row.top + row.height / 2 - box.top : null
  }
  const line = (before: TaskView, after: TaskView): Line[] => {
    const [y1, y2] = [middle(before), middle(after)]
    if (y1 === null || y2 === null) return []
    const x = (percent: number) => Math.round((percent * box.width) / 100)
    const x1 = x(scale.end(before.doneOn ?? before.earlyFinish))
    return [{ key: before.id + after.id, x1, y1, x2: x(scale.start(after.startedOn ?? after.earlyStart)), y2 }]
  }
  return [
    ...task.after.flatMap((at) => (tasks[at] ? line(tasks[at], task) : [])),
    ...tasks.filter(({ after }) => after.includes(place)).flatMap((next) => line(task, next)),
  ]
}
