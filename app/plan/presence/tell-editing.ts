import { newId } from '#app/kit/ids.ts'
import type { EditedField } from './told-presence.ts'

/** What is edited in this page, and where that is told. */
export type FieldInUse = { url: string; taskId: string; field: EditedField }

/** Changes are told this far apart at least, and the same again while it lasts, in milliseconds. */
const apart = 1_000
const again = 12_000

const page = newId()
let wanted: FieldInUse | null = null
let told: FieldInUse | null = null
let turn: ReturnType<typeof setTimeout> | undefined
let repeats: ReturnType<typeof setInterval> | undefined

/**
 * Tells the others who have the plan open what is edited in this page from now on.
 * @returns ends it, unless something else is edited by then
 */
export function tellEditing(editing: FieldInUse): () => void {
  const want = (now: FieldInUse | null) => {
    wanted = now
    turn ??= setTimeout(send, 0)
  }
  want(editing)
  return () => {
    if (wanted === editing) want(null)
  }
}

function send() {
  turn = undefined
  const isSame = wanted?.url === told?.url && wanted?.taskId === told?.taskId && wanted?.field === told?.field
  if (isSame) return
  // What was told about another plan ends there.
  if (told && wanted?.url !== told.url) post(told, '')
  if (wanted) post(wanted)
  told = wanted
  clearInterval(repeats)
  repeats = undefined
  removeEventListener('pagehide', leave)
  if (told) {
    addEventListener('pagehide', leave)
    // A page out of sight is forgotten after a while, and told again when its reader is back.
    repeats = setInterval(() => {
      if (told && !document.hidden) post(told)
    }, again)
  }
  turn = setTimeout(send, apart)
}

const leave = () => {
  wanted = null
  clearTimeout(turn)
  send()
}

function post({ url, field, taskId: edited }: FieldInUse, taskId = edited) {
  const body = new URLSearchParams({ intent: 'tell-editing', page, taskId, field })
  // It only matters now: what does not arrive is told again soon, or forgotten.
  fetch(url, { method: 'POST', body, keepalive: true }).catch(() => undefined)
}
