import { memo, useState } from 'react'
import { useFetcher } from '@remix-run/react'
import { buttonAbout } from '#app/ui/button-words.ts'
import { useAction } from '#app/ui/drawn-for.ts'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { refusalWords } from '#app/ui/form-words.ts'
import { HiddenFields } from '#app/ui/hidden-fields.tsx'
import { tickWords } from './tick-words.ts'

export type TickProps = {
  taskId: string
  done: boolean
  /** Under way: the circle is half full. The row says since when. */
  started?: boolean
  /** The page's. Null where the reader may not check off: then it only shows. */
  formKey: string | null
  /** The task's. */
  title: string
  /** What the last plain post of a tick was answered, if it was refused. */
  reply?: FormReply | null | undefined
}

/** The words of a refused check-off, whichever way it was posted. */
export function tickRefusal(reply: FormReply | null | undefined, taskId?: string): string | undefined {
  const refused = replyTo(reply, 'complete-task') ?? replyTo(reply, 'reopen-task')
  if (taskId !== undefined && postedValue(refused, 'taskId') !== taskId) return undefined
  return refusalWords(refused)
}

/** The two forms of all ticks on a page: each tick is a button of one of them. Posts the intent, `pageKey` and `taskId`; see `tick-key.ts`. */
export function TickForms({ action, formKey }: { action: string; formKey: string }) {
  const to = useAction(action)
  return ['complete-task', 'reopen-task'].map((intent) => (
    <form key={intent} id={intent} method="post" action={to}>
      <HiddenFields values={{ intent, pageKey: formKey }} />
    </form>
  ))
}

/**
 * What a tick posted last. It is shown until the plan was loaded again, which changes the key: between the answer and that load the row still
 * says the opposite, and a press would do the same once more. A fetcher keeps an earlier answer, such as a refusal, also after the next one.
 */
type Sent = { asDone: boolean; formKey: string; earlierAnswer: FormReply | undefined }

/**
 * Checks a task off, or undoes that: a plain post, shown at once where script runs and rolled back with a word
 * when it is refused.
 */
export const Tick = memo(function Tick({ taskId, done, started = false, formKey, title, reply }: TickProps) {
  const fetcher = useFetcher<FormReply>()
  const [sent, setSent] = useState<Sent | null>(null)
  const [told, setTold] = useState({ answer: fetcher.data, formKey })
  if (told.answer !== fetcher.data) setTold({ answer: fetcher.data, formKey })
  // The page that is loaded next shows how things are, and a refusal from before is over. Only where nothing can be pressed any longer it says why.
  const isOver = told.formKey !== formKey && formKey !== null
  const answer = sent ? (isOver || fetcher.data === sent.earlierAnswer ? undefined : fetcher.data) : reply
  const refused = fetcher.state === 'idle' ? tickRefusal(answer, taskId) : undefined
  const busy = fetcher.state !== 'idle' || (sent?.formKey === formKey && refused === undefined)
  const shown = busy && sent ? sent.asDone : done
  const words = shown ? tickWords.markNotDone : tickWords.markDone
  const look = ['tick', shown ? 'is-done' : started && 'is-started'].filter(Boolean).join(' ')
  return (
    <>
      {/* The plan may have been closed since the page was opened: a refusal is told all the same. */}
      {formKey === null ? (
        <span className={look} role="img" aria-label={done ? tickWords.done : tickWords.notDone} />
      ) : (
        <button
          form={done ? 'reopen-task' : 'complete-task'}
          name="taskId"
          value={taskId}
          className={look}
          title={buttonAbout(words, title)}
          aria-disabled={busy || undefined}
          onClick={(event) => {
            event.preventDefault()
            if (busy) return
            setSent({ asDone: !done, formKey, earlierAnswer: fetcher.data })
            fetcher.submit(event.currentTarget)
          }}
        />
      )}
      {refused && (
        <span className="tick-fault" role="alert">
          {refused}
        </span>
      )}
    </>
  )
})
