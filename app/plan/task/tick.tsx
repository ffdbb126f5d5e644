import { memo, useState } from 'react'
import { useFetcher } from '@remix-run/react'
import type { FormReply } from '#app/ui/form-reply.ts'
import { isUnsent, notSavedWords, replyTo } from '#app/ui/form-reply.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'

export type TickProps = {
  action: string
  taskId: string
  done: boolean
  /** Under way: the circle is half full. The row says since when. */
  started?: boolean
  /** Null where the reader may not check off: then it only shows. */
  idempotencyKey: string | null
  /** The task's. */
  title: string
  /** What the last plain post of a tick was answered, if it was refused. */
  reply?: FormReply | null | undefined
}

/** The words of a refused check-off, whichever way it was posted. */
export function tickRefusal(reply: FormReply | null | undefined, taskId?: string): string | undefined {
  const refused = replyTo(reply, 'complete-task') ?? replyTo(reply, 'reopen-task')
  if (refused?.status !== 'invalid') return undefined
  if (taskId !== undefined && refused.values['taskId'] !== taskId) return undefined
  if (isUnsent(refused)) return `${notSavedWords(refused.unsent)} ${refused.message}`
  return refused.message ?? refused.faults[0]?.message ?? 'That could not be saved.'
}

const glyph = (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="9" />
    <path className="half" d="M12 7.5a4.5 4.5 0 0 0 0 9z" />
    <path d="M7.5 12.4l3 3 6-6.4" />
  </svg>
)

/**
 * What a tick posted last. It is shown until the plan was loaded again, which changes the key: between the answer and that load the row still
 * says the opposite, and a press would do the same once more. A fetcher keeps an earlier answer, such as a refusal, also after the next one.
 */
type Sent = { asDone: boolean; idempotencyKey: string; earlierAnswer: FormReply | undefined }

/**
 * Checks a task off, or takes that back: a plain post, shown at once where script runs and rolled back with a word
 * when it is refused.
 */
export const Tick = memo(function Tick({
  action,
  taskId,
  done,
  started = false,
  idempotencyKey,
  title,
  reply,
}: TickProps) {
  const fetcher = useFetcher<FormReply>()
  const [sent, setSent] = useState<Sent | null>(null)
  const [told, setTold] = useState({ answer: fetcher.data, idempotencyKey })
  if (told.answer !== fetcher.data) setTold({ answer: fetcher.data, idempotencyKey })
  const intent = done ? 'reopen-task' : 'complete-task'
  // The page that is loaded next shows how things are, and a refusal from before is over. Only where nothing can be pressed any longer it says why.
  const isOver = told.idempotencyKey !== idempotencyKey && idempotencyKey !== null
  const answer = sent ? (isOver || fetcher.data === sent.earlierAnswer ? undefined : fetcher.data) : reply
  const refused = fetcher.state === 'idle' ? tickRefusal(answer, taskId) : undefined
  const busy = fetcher.state !== 'idle' || (sent?.idempotencyKey === idempotencyKey && refused === undefined)
  const shown = busy && sent ? sent.asDone : done
  const fault = refused && (
    <span className="tick-fault" role="alert">
      {refused}
    </span>
  )
  const look = ['tick', shown ? 'is-done' : started ? 'is-started' : ''].filter(Boolean).join(' ')
  // The plan may have been closed since the page was opened: the refusal is told all the same.
  if (idempotencyKey === null) {
    return (
      <span className="tick-form">
        <span className={look} role="img" aria-label={done ? 'Done' : 'Not done'}>
          {glyph}
        </span>
        {fault}
      </span>
    )
  }
  return (
    <fetcher.Form
      method="post"
      action={action}
      className="tick-form"
      preventScrollReset
      onSubmit={() => setSent({ asDone: !done, idempotencyKey, earlierAnswer: fetcher.data })}
    >
      <HiddenFields values={{ intent, taskId, idempotencyKey: `${idempotencyKey}:${intent}:${taskId}` }} />
      <button
        type="submit"
        className={look}
        title={shown ? 'Mark not done' : 'Mark done'}
        aria-disabled={busy || undefined}
        onClick={(event) => {
          if (busy) event.preventDefault()
        }}
      >
        {glyph}
        <span className="visually-hidden">{`${shown ? 'Mark not done' : 'Mark done'}: ${title}`}</span>
      </button>
      {fault}
    </fetcher.Form>
  )
})
