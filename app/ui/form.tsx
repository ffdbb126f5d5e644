import { Form as RemixForm, useNavigation } from '@remix-run/react'
import type { FormEvent, ReactNode } from 'react'
import { Suspense, lazy, useEffect, useRef } from 'react'
import { useAction } from './drawn-for.ts'
import { FormContext } from './form-context.ts'
import { type FormReply, type FormValues, faultsOf } from './form-reply.ts'
import { HiddenFields } from './hidden-fields.tsx'
import { Notice } from './notice.tsx'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'
import { UnsentNotice } from './unsent-notice.tsx'
import { useDraft } from './use-draft.ts'
import { useUnsent } from './use-unsent.ts'
import { formWords } from './form-words.ts'

/** Loaded where two people changed one field. */
const ConflictChooser = lazy(() =>
  import('./conflict-chooser.tsx').then(
    (module) => ({ default: module.ConflictChooser }),
    () => ({
      default: () => [
        <Notice key="changed" tone="must">
          {formWords.changedByOther}
        </Notice>,
      ],
    }),
  ),
)

/** Loaded where this browser kept something; where it cannot be loaded, that stays kept. */
const DraftOffers = lazy(() =>
  import('./draft-offers.tsx').then(
    (module) => ({ default: module.DraftOffers }),
    () => ({ default: () => <></> }),
  ),
)

export type FormProps = {
  /** Makes the post safe to repeat; a new one for each page load. */
  idempotencyKey: string
  /** The form's intent. Null where each of its buttons has one. */
  intent: string | null
  /** The reply to the last post of this form. */
  reply?: FormReply | null | undefined
  /** The values that the page came with, for the fields that are compared on the server. */
  seen?: FormValues
  hidden?: FormValues
  action?: string
  /** How a value reads to people, where that is not the value itself (an owner's name for an id). */
  show?: (field: string, value: string) => string
  /** What people were doing when someone else changed it, said in a conflict. */
  doing?: 'typing' | 'reading'
  className?: string
  /** For a form that carries a file. */
  encType?: 'multipart/form-data'
  children: ReactNode
}

const prefixed = (seen: FormValues): FormValues =>
  Object.fromEntries(Object.entries(seen).map(([field, value]) => [`seen.${field}`, value]))

/** Hidden fields of the compare step. What the sender saw at first outlives a refused post, and a closed tab. */
function seenFields(seen: FormValues, reply: FormReply | null | undefined, before: FormValues | null): FormValues {
  const fresh = prefixed({ ...seen, ...before })
  if (!reply || reply.status === 'done') return fresh
  return Object.fromEntries(Object.entries(fresh).map(([name, value]) => [name, reply.values[name] ?? value]))
}

/** The first control that needs another look: for pages whose script already runs, where `autofocus` is too late. */
function focusFirstFault(form: HTMLFormElement | null, reply: FormReply | null | undefined) {
  if (!form || reply?.status !== 'invalid') return
  const bad = new Set(reply.faults.map((fault) => fault.field))
  const controls = [
    ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea'),
  ]
  const first = controls.find((control) => control.type !== 'hidden' && bad.has(control.name))
  const target = first ?? form.querySelector<HTMLElement>('.form-fault')
  target?.focus()
}

/**
 * A form that works with and without JavaScript: carries its idempotency key and the values its sender saw, keeps what was
 * typed, shows errors, lets people resolve a conflict, and is never sent twice at once.
 */
export function Form(props: FormProps) {
  const { intent, seen = {}, hidden = {}, action: given, show, doing, className, encType, children } = props
  const action = useAction(given)
  const form = useRef<HTMLFormElement>(null)
  const navigation = useNavigation()
  const unsent = useUnsent(props)
  const { idempotencyKey, reply, conflict } = unsent
  const sent = navigation.state === 'idle' ? undefined : navigation.formData
  const busy = sent?.get('idempotencyKey') === unsent.sentKey && !sent.has('preview')
  const draft = useDraft(form, props)
  useEffect(() => focusFirstFault(form.current, reply), [reply])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (busy) return event.preventDefault()
    unsent.noteSubmit(event)
    draft.noteSent(idempotencyKey)
  }
  const fields = { idempotencyKey, ...(intent ? { intent } : {}), ...hidden, ...seenFields(seen, reply, draft.seen) }
  const message = reply?.status === 'invalid' && !unsent.notice ? messageOf(reply) : undefined
  const isLone = faultsOf(reply).length === 1
  const says = message && (
    <div className={isLone ? 'form-fault lone' : 'form-fault'} tabIndex={-1}>
      <Notice tone="must">
        {message}
        {reply?.status === 'invalid' && reply.wantsSignIn && (
          <>
            {' '}
            <SignInElsewhere />
          </>
        )}
      </Notice>
    </div>
  )
  return (
    <>
      {conflict && (
        <Suspense>
          <ConflictChooser reply={conflict} idempotencyKey={idempotencyKey} action={action} show={show} doing={doing} />
        </Suspense>
      )}
      <RemixForm
        ref={form}
        method="post"
        action={action}
        encType={encType}
        preventScrollReset
        className={className ? `form ${className}` : 'form'}
        noValidate
        onSubmit={onSubmit}
        aria-busy={busy || undefined}
      >
        <HiddenFields values={fields} />
        {(draft.offered || draft.homeless.length > 0) && (
          <Suspense>
            <DraftOffers draft={draft} />
          </Suspense>
        )}
        <FormContext.Provider value={{ reply: reply ?? null, busy }}>
          {!isLone && says}
          {children}
          {isLone && says}
          {unsent.notice && (
            <UnsentNotice
              {...unsent.notice}
              onAgain={unsent.mayTryAgain ? () => unsent.tryAgain(form.current) : undefined}
            />
          )}
        </FormContext.Provider>
      </RemixForm>
    </>
  )
}

/**
 * The form's own message, and faults that belong to no field, so that none is lost. Where one field alone needs another look,
 * that field says it and this stands last, where the stylesheet shows it only if no field does.
 */
function messageOf(reply: Extract<FormReply, { status: 'invalid' }>) {
  const loose = reply.faults.filter((fault) => fault.field === '').map((fault) => fault.message)
  return [reply.message, ...loose].filter(Boolean).join(' ') || undefined
}
