import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useAction } from '#app/ui/drawn-for.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import type { FormReply, FormValues } from '#app/ui/form-reply.ts'
import type { Difference } from '../what-if/difference.ts'

/** What a post of the plan page is answered; nothing where it was saved. */
export type PlanAnswer = FormReply | PreviewReply<Difference> | undefined

type PostingProps = {
  action: string
  values: FormValues
  onAnswer: (reply: PlanAnswer) => void
}

/** Posts once and hands on the answer; none when it was saved. */
export function PostOnce({ action: given, values, onAnswer }: PostingProps) {
  const action = useAction(given)
  const { state, data, submit } = useFetcher<FormReply | PreviewReply<Difference>>()
  // The fetcher is idle before the post has begun, too.
  const post = useRef<'unsent' | 'sent' | 'posting' | 'answered'>('unsent')
  useEffect(() => {
    if (post.current === 'unsent') {
      post.current = 'sent'
      // Its posting is drawn at once, in a task of its own as React demands: a save carries no answer, and one that was done before its
      // posting was drawn would look as if it had not begun.
      const options = { method: 'post', preventScrollReset: true, flushSync: true, ...(action && { action }) } as const
      queueMicrotask(() => submit(formData(values), options))
    } else if (state !== 'idle') {
      if (post.current === 'sent') post.current = 'posting'
    } else if (post.current === 'posting') {
      post.current = 'answered'
      onAnswer(data)
    }
  })
  return null
}

function formData(values: FormValues): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const each of [value].flat()) form.append(name, each)
  return form
}
