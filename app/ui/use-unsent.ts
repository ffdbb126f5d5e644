import { useActionData } from '@remix-run/react'
import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { type FormReply, type FormValues, isUnsent, oneValue } from './form-reply.ts'
import type { UnsentNoticeProps } from './unsent-notice.tsx'

type Props = {
  idempotencyKey: string
  intent: string | null
  hidden?: FormValues | undefined
  reply?: FormReply | null | undefined
}

type Sent = {
  idempotencyKey: string
  /** Whether the form has a field that people fill in. */
  holdsText: boolean
}

/**
 * What a form needs when its post did not get through: it keeps its key, so that sending it again cannot double it even if a
 * live refresh gave the page new keys, and it keeps an unresolved conflict.
 * @param given the reply that the page has for this form
 */
export function useUnsent({ idempotencyKey: freshKey, intent, hidden = {}, reply: given }: Props) {
  const latest = useActionData<FormReply>()
  const [sent, setSent] = useState<Sent | null>(null)
  const pressed = useRef<HTMLElement | null>(null)
  const [conflict, setConflict] = useState<Extract<FormReply, { status: 'conflict' }> | null>(null)
  if (given?.status === 'conflict' && given !== conflict) setConflict(given)

  const failed = isUnsent(latest) ? latest : null
  const [failure, setFailure] = useState({ reply: failed, times: failed ? 1 : 0 })
  if (failure.reply !== failed) setFailure({ reply: failed, times: failed ? failure.times + 1 : 0 })
  const key = failed && oneValue(failed.values['idempotencyKey'], '')
  // On the page that another page's form led to, the form is the same, and has not sent anything itself.
  const isLedHere = sent === null && failed === given && failed?.values['intent'] === intent
  const sentKey = sent?.idempotencyKey ?? (isLedHere && key ? key : freshKey)
  const isChoice = conflict !== null && key !== null && key.startsWith(`${sentKey}:`)
  const unsent = key === sentKey || isChoice ? failed : null
  const isSentBefore = given?.status === 'invalid' && given.isSentBefore === true
  const idempotencyKey = unsent
    ? sentKey
    : isSentBefore
      ? `${oneValue(given.values['idempotencyKey'], '')}.again`
      : freshKey
  const notice: Omit<UnsentNoticeProps, 'onAgain'> | null = unsent && {
    why: unsent.unsent,
    message: unsent.message ?? '',
    times: failure.times,
    holdsText: isChoice || (sent?.holdsText ?? isTyped(unsent.values, hidden)),
  }
  return {
    idempotencyKey,
    /** The key of the post that is under way, if there is one. */
    sentKey,
    reply: unsent ?? (isUnsent(given) ? null : given),
    conflict: isChoice || given?.status === 'conflict' ? conflict : null,
    notice,
    mayTryAgain: unsent !== null && unsent.unsent !== 'refused' && !isChoice,
    noteSubmit({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>) {
      pressed.current = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null
      const field = currentTarget.querySelector('textarea, select, input:not([type=hidden])')
      setSent({ idempotencyKey, holdsText: field !== null })
    },
    /** Sends the form in its current state, by the button that was pressed. */
    tryAgain(form: HTMLFormElement | null) {
      form?.requestSubmit(pressed.current?.isConnected ? pressed.current : null)
    },
  }
}

/** Whether a post that another page sent holds more than what its form carries by itself. */
const isTyped = (values: FormValues, hidden: FormValues) =>
  Object.keys(values).some((name) => !(name in hidden) && !/^(idempotencyKey|intent)$|^seen\./.test(name))
