import { type ReactNode, useEffect } from 'react'
import { type Control, isBox, setControl } from '#app/ui/set-control.ts'

/** What was typed or chosen in a control, and whether it is ticked. */
type Typed = readonly [control: Control, value: string, isChecked: boolean | undefined]

declare global {
  interface Window {
    /** What was typed before React took over, key by key; null from then on. */
    typedEarly?: readonly Typed[] | null | undefined
  }
}

/** Runs in the head of each page, before anything can be typed: notes what is typed until React takes over. */
export const noteEarlyTyping =
  'typedEarly=[];addEventListener("input",({target:t})=>typedEarly?.push([t,t.value,t.checked]),!0)'

/**
 * Around the page in the browser: gives React what was typed before it took over. It starts each text area and list with what the server
 * sent, and its components do not notice an earlier change.
 */
export function KeepEarlyTyping({ children }: { children: ReactNode }) {
  useEffect(() => {
    const typed = window.typedEarly ?? []
    window.typedEarly = null
    // Of each control the last, in the order in which they were left: of two radio buttons the one chosen last is pressed last.
    typed.filter(([control], at) => typed.findLastIndex((it) => it[0] === control) === at).forEach(putBack)
  }, [])
  return children
}

function putBack([typedIn, value, isChecked]: Typed) {
  // The browser alone knows half a date: setting it would take it away.
  if (typedIn.validity.badInput) return
  // Where React drew the page again, another control has its place.
  const control = typedIn.isConnected ? typedIn : sameControl(typedIn)
  if (!isControl(control) || control.type === 'file') return
  if (isBox(control)) {
    control.checked = !isChecked
    return control.click()
  }
  if (control instanceof HTMLSelectElement) return setControl(control, value)
  const { selectionStart, selectionEnd } = control
  // By the setter that React watches, so that it sees the change that follows.
  control.value = control.defaultValue
  setControl(control, value)
  if (document.activeElement === control && selectionEnd !== null)
    control.setSelectionRange(selectionStart, selectionEnd)
}

/** By its id, else by its name where no other has it. */
function sameControl({ id, name }: Control): Element | null {
  const [named = null, ...others] = document.getElementsByName(name)
  return id ? document.getElementById(id) : others.length === 0 ? named : null
}

const isControl = (element: Element | null): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
