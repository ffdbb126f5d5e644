import { useEffect, useMemo, useRef } from 'react'
import type { BarMoves } from './movable-bar.tsx'
import type { TimeScale } from './timeline-scale.ts'
import type { TaskView } from '../view/plan-view.ts'
import { mayMovePart } from '../what-if/may-move-part.ts'
import type { WhatIf } from '../what-if/use-what-if.tsx'

/** Whether a task's bar can be taken hold of at all. */
export const isMovable = (task: TaskView): boolean => !task.hidden && mayMovePart(task, 'finish')

/** Whether a bar stands at least in part within the days in view: what cannot be seen takes no focus. */
export const isInView = (task: TaskView, { from, to }: TimeScale): boolean =>
  task.earlyFinish >= from && (task.startedOn ?? task.earlyStart) <= to

/** Applies what is tried, from anywhere on the page. */
const keepNow = () => document.querySelector<HTMLFormElement>('.what-if .keep-form')?.requestSubmit()

/** What moving a bar does to a what-if; the same object throughout, so that bars need not be drawn again for it. */
export function useBarMoves(whatIf: WhatIf | null | undefined, onHold: (isHeld: boolean) => void): BarMoves | null {
  const latest = useRef(onHold)
  useEffect(() => {
    latest.current = onHold
  })
  const ask = whatIf?.ask
  return useMemo(
    () =>
      ask
        ? {
            to: (task, part, to) => ask({ do: 'drag', task, part, to }),
            step: (task, part, by) => ask({ do: 'step', task, part, by }),
            show: (task) => ask({ do: 'open-task', task: task.id }),
            hold: (isHeld) => latest.current(isHeld),
            keep: keepNow,
            goal: (field, value) => ask({ do: 'edit', edits: [{ field, value }] }),
          }
        : null,
    [ask],
  )
}
