import { useEffect, useState } from 'react'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Posting } from '../task/posting.tsx'
import { notMovedWords } from './cell-words.ts'
import { type RowMove, rowMove } from './row-move.ts'

/** The task whose row takes the focus where it stands after its move: in another milestone that is a new row. */
let followed: string | null = null

type Moving = { place: RowMove; key: string }

/** Moves a task's row by Alt and an arrow, once a press; where that is refused, it says why beside the row. */
export function useRowMover({ taskId, action, takeFocus }: { taskId: string; action: string; takeFocus: () => void }) {
  const [moving, setMoving] = useState<Moving | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    if (followed === taskId) takeFocus()
  }, [taskId, takeFocus])

  /** @returns false where no arrow was pressed, or the plan ends there */
  function moveBy(row: Element, arrow: string, key: string): boolean {
    const place = rowMove(row, arrow)
    if (!place) return false
    followed = taskId
    setRefused(null)
    setMoving((under) => under ?? { place, key })
    return true
  }

  function onAnswer(answer: FormReply | undefined) {
    setMoving(null)
    if (answer && answer.status !== 'done') setRefused(refusedWords(answer))
    takeFocus()
  }

  const shown = moving ? (
    <Posting
      action={action}
      values={{ intent: 'move-tasks', idempotencyKey: moving.key, taskIds: taskId, ...moving.place }}
      onAnswer={onAnswer}
    />
  ) : (
    refused !== null && (
      <span className="cell-sent is-title" role="alert">
        {refused}
      </span>
    )
  )
  return { moveBy, shown }
}

const refusedWords = (answer: FormReply): string =>
  (answer.status === 'invalid' ? answer.message : undefined) ?? notMovedWords
