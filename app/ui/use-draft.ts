import { useLocation } from '@remix-run/react'
import { type RefObject, createContext, useContext, useEffect, useRef, useState } from 'react'
import { systemClock } from '#app/kit/clock.ts'
import { type Draft, draftName, noteSent, readDraft, removeDraft, writeDraft } from './drafts.ts'
import type { FormValues } from './form-reply.ts'
import { isUuid } from '#app/kit/ids.ts'

/** Whose drafts this browser keeps: the person of the session; null where nobody is signed in. */
export const DraftsOf = createContext<string | null>(null)

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A form with less than this to type again is no loss. */
const leastFields = 3
/** Longer than between two keys, in milliseconds. */
const pause = 400
const isSecret = (name: string) => /secret|password|token|code/i.test(name)

type Props = { intent?: string | undefined; hidden?: FormValues | undefined; seen?: FormValues | undefined }

/**
 * Keeps what is typed in a longer form in the browser until the form was taken, and offers it when the form is opened again.
 * @returns the draft that waits for an answer, if there is one, and the two answers
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, { intent = '', hidden = {}, seen = {} }: Props) {
  const person = useContext(DraftsOf)
  const { pathname } = useLocation()
  const ids = Object.values(hidden).filter((value): value is string => typeof value === 'string' && isUuid(value))
  const name = person === null ? null : draftName(person, pathname, intent, ids)
  const [offered, setOffered] = useState<Draft | null>(null)
  const [restored, setRestored] = useState<Draft | null>(null)
  // What is typed while the offer waits is added to it, so that neither is lost.
  const base = useRef<Draft['values']>({})
  const sawAtFirst = useRef(seen)
  const flush = useRef(() => {})

  useEffect(() => {
    const element = form.current
    if (name === null || !element || !isLong(element)) return undefined
    const found = readDraft(name)
    if (found && differs(element, found)) {
      base.current = found.values
      setOffered(found)
    } else if (found) removeDraft(name)
    let timer: ReturnType<typeof setTimeout> | undefined
    const write = () => {
      timer = undefined
      const values = { ...base.current, ...changedIn(element) }
      if (Object.keys(values).length === 0) removeDraft(name)
      else writeDraft(name, { at: systemClock.now().toISOString(), values, seen: sawAtFirst.current })
    }
    const onInput = () => {
      clearTimeout(timer)
      timer = setTimeout(write, pause)
    }
    const writeNow = () => {
      if (timer === undefined) return
      clearTimeout(timer)
      write()
    }
    flush.current = writeNow
    element.addEventListener('input', onInput)
    window.addEventListener('pagehide', writeNow)
    return () => {
      writeNow()
      element.removeEventListener('input', onInput)
      window.removeEventListener('pagehide', writeNow)
    }
  }, [form, name])

  return {
    offered,
    /** What the writer of a restored draft saw, so that nothing newer is overwritten in silence. */
    seen: restored?.seen ?? null,
    restore() {
      if (!offered || !form.current) return
      base.current = withoutField(form.current, offered)
      sawAtFirst.current = offered.seen
      setRestored(offered)
      setOffered(null)
      fillIn(form.current, offered)
    },
    discard() {
      if (name !== null) removeDraft(name)
      base.current = {}
      setOffered(null)
    },
    noteSent(idempotencyKey: string) {
      if (name === null) return
      flush.current()
      noteSent(idempotencyKey, name)
    },
  }
}

/** The fields of a form that hold what people type or choose, secrets and files aside, in their order. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input, textarea, select')].filter(
    ({ name, type }) => name !== '' && !isSecret(name) && !/^(hidden|password|file|checkbox|radio|submit)$/.test(type),
  )

const isLong = (form: HTMLFormElement) => {
  const controls = controlsOf(form)
  return controls.some(({ type }) => type === 'textarea') || controls.length >= leastFields
}

const startOf = (control: Control): string =>
  control instanceof HTMLSelectElement
    ? (([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? '')
    : control.defaultValue

function groupsOf(form: HTMLFormElement): Map<string, Control[]> {
  const groups = new Map<string, Control[]>()
  for (const control of controlsOf(form)) groups.set(control.name, [...(groups.get(control.name) ?? []), control])
  return groups
}

function changedIn(form: HTMLFormElement): Record<string, string[]> {
  const changed = [...groupsOf(form)].filter(([, group]) => group.some((control) => control.value !== startOf(control)))
  return Object.fromEntries(changed.map(([name, group]) => [name, group.map(({ value }) => value)]))
}

const differs = (form: HTMLFormElement, { values }: Draft) =>
  [...groupsOf(form)].some(([name, group]) =>
    group.some(({ value }, at) => values[name]?.[at] !== undefined && values[name]?.[at] !== value),
  )

/** What has no field on the page as it is now, such as a row that was added; it stays in the draft. */
const withoutField = (form: HTMLFormElement, { values }: Draft): Draft['values'] => {
  const groups = groupsOf(form)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !groups.has(name)))
}

function fillIn(form: HTMLFormElement, { values }: Draft) {
  for (const [name, group] of groupsOf(form))
    group.forEach((control, at) => {
      const value = values[name]?.[at]
      if (value === undefined || value === control.value) return
      // By the browser's own setter: React's would hide the change from the field's component.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
      // So that hints beside the field, and what is kept, follow.
      control.dispatchEvent(new Event('input', { bubbles: true }))
    })
}
