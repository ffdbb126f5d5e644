import { type FocusEvent, useEffect, useRef } from 'react'
import { editedField } from './edited-field.ts'
import { tellEditing } from './tell-editing.ts'

type ToldFields = { onFocus(event: FocusEvent): void; onBlur(event: FocusEvent): void }

/**
 * Tells the others which field of a task has the focus, as long as one has.
 * @param url where that is told
 * @returns for the element around the fields
 */
export function useToldFields(url: string, taskId: string): ToldFields {
  const end = useRef<() => void>(() => undefined)
  useEffect(() => () => end.current(), [url, taskId])
  return {
    onFocus({ target }) {
      const field = editedField(target.getAttribute('name') ?? '')
      if (field) end.current = tellEditing({ url, taskId, field })
    },
    onBlur: () => end.current(),
  }
}
