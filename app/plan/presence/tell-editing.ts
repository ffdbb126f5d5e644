import { newId } from '#app/kit/ids.ts'
import type { EditedField } from './told-presence.ts'

/** What is edited in this page, and where that is told. */
export type FieldInUse = { url: string; taskId: string; field: EditedField }

/**
 * Tells the others who have the plan open what is edited in this page from now on.
 * @returns ends it, unless something else is edited by then
 */
export type TellEditing = (editing: FieldInUse) => () => void

/** Changes are told this far apart at least, and the same again while it lasts, in milliseconds. */
const apart = 1_000
const again = 12_000
/** So often it is said that nothing is edited any longer; by then it is forgotten in any case. */
const mostEnds = 3

/** For one page, which has a name of its own. */
export function createEditingTeller(): TellEditing {
  const page = newId()
  let wanted: FieldInUse | null = null
  let told: FieldInUse | null = null
  let turn: ReturnType<typeof setTimeout> | undefined
  let repeats: ReturnType<typeof setInterval> | undefined

  function send() {
    turn = undefined
    const before = told
    if (wanted?.url === before?.url && wanted?.taskId === before?.taskId && wanted?.field === before?.field) return
    told = wanted
    // What was told about another plan ends there.
    if (before) end(before)
    if (told) void post(told)
    clearInterval(repeats)
    repeats = undefined
    removeEventListener('pagehide', leave)
    if (told) {
      addEventListener('pagehide', leave)
      // A page out of sight is forgotten after a while, and told again when its reader is back.
      repeats = setInterval(() => {
        if (told && !document.hidden) void post(told)
      }, again)
    }
    turn = setTimeout(send, apart)
  }

  /** Says it again where it was not heard, as by a server that is busy, unless something else of the plan is edited by then. */
  function end(before: FieldInUse, times = mostEnds) {
    if (told?.url === before.url || times === 0) return
    void post(before, '').then((isHeard) => {
      if (!isHeard) setTimeout(() => end(before, times - 1), again)
    })
  }

  function leave() {
    const left = wanted
    wanted = null
    clearTimeout(turn)
    send()
    // A page that the browser kept is shown as it was left, with its field open.
    const comeBack = () => {
      wanted ??= left
      turn ??= setTimeout(send, 0)
    }
    addEventListener('pageshow', comeBack, { once: true })
  }

  async function post({ url, field, taskId: edited }: FieldInUse, taskId = edited): Promise<boolean> {
    const body = new URLSearchParams({ intent: 'tell-editing', page, taskId, field })
    // It only matters now: what does not arrive is told again soon, or forgotten.
    const answer = await fetch(url, { method: 'POST', body, keepalive: true }).catch(() => null)
    return answer?.ok === true
  }

  return (editing) => {
    const want = (now: FieldInUse | null) => {
      wanted = now
      turn ??= setTimeout(send, 0)
    }
    want(editing)
    return () => {
      if (wanted === editing) want(null)
    }
  }
}

export const tellEditing = createEditingTeller()
