import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { announce } from '#app/ui/announce.ts'
import { editingWords } from './presence-words.ts'
import type { ToldEdit, ToldPresence } from './told-presence.ts'

const keyOf = ({ taskId, field }: ToldEdit) => JSON.stringify([taskId, field])
/** Said again when someone joins. */
const saidKeyOf = (edit: ToldEdit) => JSON.stringify([keyOf(edit), editingWords(edit)])
const rowOf = ({ taskId }: ToldEdit) => document.getElementById(`task-${taskId}`)

/** Marks, in the rows of the plan, the fields that others edit. */
export function EditingMarks({ edits }: Pick<ToldPresence, 'edits'>) {
  const rows = useRows(edits)
  useAnnouncedEdits(edits)
  return edits.map((edit) => {
    const row = rows.get(edit.taskId)
    return row && createPortal(<EditingMark {...edit} />, row, keyOf(edit))
  })
}

const EditingMark = (edit: ToldEdit) => (
  <span className={`editing ${edit.side} is-${edit.field} no-print`}>
    <span>{editingWords(edit)}</span>
  </span>
)

/** The rows in which something is edited, also after the plan was drawn again and a row is another element. */
function useRows(edits: readonly ToldEdit[]): ReadonlyMap<string, HTMLElement> {
  const [rows, setRows] = useState<ReadonlyMap<string, HTMLElement>>(new Map())
  useEffect(() => {
    const look = () => {
      const found = new Map(
        edits.flatMap((edit) => {
          const row = rowOf(edit)
          return row ? [[edit.taskId, row] as const] : []
        }),
      )
      setRows((before) =>
        found.size === before.size && [...found].every(([id, row]) => before.get(id) === row) ? before : found,
      )
    }
    look()
    const plan = document.querySelector('.sheet')
    if (!plan) return undefined
    const watch = new MutationObserver(look)
    watch.observe(plan, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [edits])
  return rows
}

/** Says once what someone edits in the row that has the focus, when they start or the focus comes there. */
function useAnnouncedEdits(edits: readonly ToldEdit[]) {
  const said = useRef(new Set<string>())
  useEffect(() => {
    const keys = new Set(edits.map(saidKeyOf))
    for (const key of said.current) if (!keys.has(key)) said.current.delete(key)
    const say = () => {
      const edit = edits.find((it) => !said.current.has(saidKeyOf(it)) && rowOf(it)?.contains(document.activeElement))
      if (!edit) return
      said.current.add(saidKeyOf(edit))
      announce(editingWords(edit))
    }
    say()
    document.addEventListener('focusin', say)
    return () => document.removeEventListener('focusin', say)
  }, [edits])
}
