import { useLocation } from '@remix-run/react'
import { type RefObject, createContext, useContext, useEffect, useRef, useState } from 'react'
import { systemClock } from '#app/kit/clock.ts'
import { type Draft, draftName, noteSent, readDraft, removeDraft, writeDraft } from './drafts.ts'
import type { FormValues } from './form-reply.ts'
import { isUuid } from '#app/kit/ids.ts'
import { type Control, isBox, setControl } from './set-control.ts'

/** Whose drafts this browser keeps: the person of the session; null where no one is signed in. */
export const DraftsOf = createContext<string | null>(null)

/** Forms with fewer fields and no text area are not kept. */
const leastFields = 3
/** Longer than the pause between two keys, in milliseconds. */
const pause = 400
const isSecret = (name: string) => /secret|password|token|code/i.test(name)

type Props = { intent: string | null; hidden?: FormValues | undefined; seen?: FormValues | undefined }

/**
 * Keeps what is typed in a longer form in the browser until the form is saved, and offers it when the form is opened again.
 * @returns the draft that is offered, if any, the two answers to the offer, and its texts whose fields no longer exist
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, { intent, hidden = {}, seen = {} }: Props) {
  const person = useContext(DraftsOf)
  const { pathname } = useLocation()
  const ids = Object.values(hidden).filter((value): value is string => typeof value === 'string' && isUuid(value))
  const name = person === null ? null : draftName(person, pathname, intent ?? '', ids)
  const [offered, setOffered] = useState<Draft | null>(null)
  const [restored, setRestored] = useState<Draft | null>(null)
  const [homeless, setHomeless] = useState<readonly string[]>([])
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
    /** What the writer of a restored draft saw, so that nothing newer is overwritten silently. */
    seen: restored?.seen ?? null,
    restore() {
      if (!offered || !form.current) return
      sawAtFirst.current = offered.seen
      setRestored(offered)
      setOffered(null)
      putBack(form.current, offered, (left) => {
        base.current = left
        setHomeless(textsIn(left))
      })
    },
    /** Texts of a restored draft whose fields no longer exist, such as those of a row that was removed. */
    homeless,
    discardHomeless() {
      base.current = {}
      setHomeless([])
      // The draft is updated, as after a change by hand.
      form.current?.dispatchEvent(new Event('input'))
    },
    discard() {
      if (name !== null) removeDraft(name)
      base.current = {}
      setOffered(null)
    },
    noteSent(idempotencyKey: string) {
      if (name === null) return
      flush.current()
      // Where it is refused, the page comes back with all that was posted, and what is typed then is added to it.
      if (form.current) base.current = { ...base.current, ...changedIn(form.current) }
      noteSent(idempotencyKey, name, () => (base.current = {}))
    },
  }
}

/** The fields of a form that hold what people type or choose, secrets and files aside, in their order. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.querySelectorAll<Control>('input, textarea, select')].filter(
    // What a date field says of itself (`typed.…`) follows from the date.
    ({ name, type }) =>
      name !== '' && !isSecret(name) && !name.startsWith('typed.') && !/^(hidden|password|file|submit)$/.test(type),
  )

const isLong = (form: HTMLFormElement) => {
  const controls = controlsOf(form)
  return controls.some(({ type }) => type === 'textarea') || controls.length >= leastFields
}

const startOf = (control: Control): string =>
  control instanceof HTMLSelectElement
    ? (([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? '')
    : control.defaultValue

const isChanged = (control: Control) =>
  isBox(control) ? control.checked !== control.defaultChecked : control.value !== startOf(control)

const valuesOf = (group: readonly Control[]): string[] =>
  group.flatMap((control) => (isBox(control) && !control.checked ? [] : [control.value]))

function groupsOf(form: HTMLFormElement): Map<string, Control[]> {
  const groups = new Map<string, Control[]>()
  for (const control of controlsOf(form)) groups.set(control.name, [...(groups.get(control.name) ?? []), control])
  return groups
}

function changedIn(form: HTMLFormElement): Record<string, string[]> {
  const changed = [...groupsOf(form)].filter(([, group]) => group.some(isChanged))
  return Object.fromEntries(changed.map(([name, group]) => [name, valuesOf(group)]))
}

/** Whether a field does not hold what its draft says. @param at its place among the fields of one name */
const isOther = (control: Control, at: number, kept: readonly string[]) =>
  isBox(control)
    ? control.checked !== kept.includes(control.value)
    : kept[at] !== undefined && kept[at] !== control.value

const differs = (form: HTMLFormElement, draft: Draft) =>
  Object.values(withoutField(form, draft)).flat().some(Boolean) ||
  [...groupsOf(form)].some(([name, group]) => {
    const kept = draft.values[name]
    return kept !== undefined && group.some((control, at) => isOther(control, at, kept))
  })

/**
 * Fills a form in with a draft. Choices bring further fields with them, and rows that were added are added again by their button
 * (`data-adds` names their list), so it looks again as long as fields come.
 * @param whenDone called with the values that have no field on the page; they stay in the draft
 */
function putBack(form: HTMLFormElement, draft: Draft, whenDone: (left: Draft['values']) => void, missing = Infinity) {
  fillIn(form, draft)
  const left = withoutField(form, draft)
  const names = Object.keys(left)
  if (names.length === 0 || names.length >= missing) return whenDone(left)
  const lists = names.map((name) => name.split('.')[0] ?? '')
  const buttons = [...form.querySelectorAll<HTMLElement>('[data-adds]')]
  buttons.find(({ dataset }) => lists.includes(dataset['adds'] ?? ''))?.click()
  requestAnimationFrame(() => putBack(form, draft, whenDone, names.length))
}

/** What someone can read and copy of values: no ids, no ticks. */
const textsIn = (values: Draft['values']): string[] =>
  Object.values(values)
    .flat()
    .filter((value) => value.trim() !== '' && !isUuid(value) && !/^(yes|on)$/.test(value))

/** What has no field on the page as it is now. */
const withoutField = (form: HTMLFormElement, { values }: Draft): Draft['values'] => {
  const groups = groupsOf(form)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !groups.has(name)))
}

function fillIn(form: HTMLFormElement, { values }: Draft) {
  for (const [name, group] of groupsOf(form)) {
    const kept = values[name]
    if (kept)
      group.forEach((control, at) => {
        if (isOther(control, at, kept)) setControl(control, kept[at] ?? '')
      })
  }
}

/** What a form can give back, and what people can do about it. */
export type OfferedDraft = ReturnType<typeof useDraft>
