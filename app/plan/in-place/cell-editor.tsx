import { useEffect, useState } from 'react'
import type { PlanLinks } from '#app/kit/paths.ts'
import { FormContext } from '#app/ui/form-context.ts'
import { type FormReply, type FormValues, isUnsent } from '#app/ui/form-reply.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { tellEditing } from '../presence/tell-editing.ts'
import { PostOnce } from '../task/post-once.tsx'
import { CellField, type EditedCell } from './cell-field.tsx'
import { sentCellWords } from './cell-words.ts'
import { type TypedCell, type WayOut, isCellChanged, cellPostOf, seenInRow } from './cells.ts'
import { useTaskChoices } from './use-task-choices.ts'

type CellEditorProps = EditedCell & {
  links: PlanLinks
  /** A key that no post had before. */
  newKey: () => string
  onLeave: (way: WayOut) => void
  /** The field was left as it was. */
  onClose: () => void
  /** What was typed is saved, and the plan shows it. */
  onSaved: () => void
}

/**
 * One cell that is edited. What was typed stands there while it is sent; where it is refused, or someone else was faster, the field comes
 * back with it.
 */
export function CellEditor({ cell, plan, task, links, newKey, stopAt, onLeave, onClose, onSaved }: CellEditorProps) {
  const [sent, setSent] = useState<FormValues | null>(null)
  const [isSending, setSending] = useState(false)
  const [reply, setReply] = useState<FormReply | null>(null)
  const [before] = useState(task)
  const { choices, hasFailed } = useTaskChoices(links.taskChoices(task.id), cell === 'owner' || cell === 'dates')
  useEffect(() => tellEditing({ url: links.editing, taskId: task.id, field: cell }), [links.editing, task.id, cell])
  const seen = seenInRow(before, choices?.values)

  function send(values: FormValues) {
    // The same once more keeps its key where it may have arrived.
    const isAgain = isUnsent(reply) && Object.entries(values).every(([name, value]) => sent?.[name] === value)
    setSent({ ...values, idempotencyKey: isAgain ? (sent?.['idempotencyKey'] ?? newKey()) : newKey() })
    setReply(null)
    setSending(true)
  }

  function leave(way: WayOut, typed?: TypedCell) {
    onLeave(way)
    if (typed && isCellChanged(cell, typed, seen))
      send(cellPostOf({ cell, taskId: task.id, today: plan.today, seen, typed }))
    else onClose()
  }

  function onAnswer(answer: FormReply | undefined) {
    setSending(false)
    setReply(answer ?? null)
    if (!answer || answer.status === 'done') onSaved()
  }

  if (sent && isSending)
    return (
      <>
        <PostOnce action={links.plan} values={sent} onAnswer={onAnswer} />
        <span className={`cell-sent is-${cell}`} role="status">
          <span dir="auto">{sentCellWords(plan, cell, sent, choices)}</span> <small>{buttonWords.saving}</small>
        </span>
      </>
    )
  return (
    <FormContext.Provider value={{ reply, busy: false }}>
      <CellField
        {...{ cell, plan, seen, choices, hasFailed, reply, stopAt }}
        task={before}
        onLeave={leave}
        onSend={(values) => {
          onLeave('back')
          send(values)
        }}
      />
    </FormContext.Provider>
  )
}
