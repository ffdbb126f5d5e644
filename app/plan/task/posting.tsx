import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useAction } from '#app/ui/drawn-for.ts'
import type { FormReply, FormValues } from '#app/ui/form-reply.ts'

type PostingProps = {
  action: string
  values: FormValues
  onAnswer: (reply: FormReply | undefined) => void
}

/** Posts once and hands on the answer; none when it was saved. */
export function Posting({ action: given, values, onAnswer }: PostingProps) {
  const action = useAction(given)
  const { state, data, submit } = useFetcher<FormReply>()
  // The fetcher is idle before the post has begun, too.
  const post = useRef<'unsent' | 'sent' | 'posting' | 'answered'>('unsent')
  useEffect(() => {
    if (post.current === 'unsent') {
      post.current = 'sent'
      submit(formData(values), { method: 'post', ...(action && { action }), preventScrollReset: true })
    } else if (post.current === 'sent' && state !== 'idle') {
      post.current = 'posting'
    } else if (post.current === 'posting' && state === 'idle') {
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
