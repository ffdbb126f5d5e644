import { useEffect, useMemo, useRef } from 'react'
import type { BarMoves } from './timeline-drag.tsx'
import type { TaskView } from '../core/view.ts'
import { finishEdit, mayMovePart, startEdit, stepEdit } from '../what-if/drag-edits.ts'
import type { WhatIf } from '../what-if/use-what-if.ts'
import { keepNow } from '../what-if/what-if-bar.tsx'

/** Whether a task's bar can be taken hold of at all. */
export const isMovable = (task: TaskView): boolean => !task.hidden && mayMovePart(task, 'finish')

/** What moving a bar does to a what-if; the same object throughout, so that bars need not be drawn again for it. */
export function useBarMoves(whatIf: WhatIf | null | undefined, onHold: (isHeld: boolean) => void): BarMoves | null {
  const latest = useRef({ whatIf, onHold })
  useEffect(() => {
    latest.current = { whatIf, onHold }
  })
  const moves = useMemo((): BarMoves => {
    const edit: BarMoves['to'] = (task, part, date) => {
      const now = latest.current.whatIf
      now?.actions.move(part === 'start' ? startEdit(task, date) : finishEdit(now.material.rows, task, date))
    }
    return {
      to: edit,
      step: (task, part, by) => {
        const now = latest.current.whatIf
        now?.actions.move(stepEdit(now.material.rows, task, part, by))
      },
      show: (task) => latest.current.whatIf?.actions.showTask(task.id),
      hold: (isHeld) => latest.current.onHold(isHeld),
      keep: keepNow,
    }
  }, [])
  return whatIf ? moves : null
}
