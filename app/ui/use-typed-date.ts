import { useEffect, useRef } from 'react'

/**
 * Tells the server whether an empty date input holds a date that the browser could not read, or was emptied on purpose.
 * @returns refs of the date input and of the hidden field for this
 */
export function useTypedDate() {
  const input = useRef<HTMLInputElement>(null)
  const said = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = input.current?.form
    const say = () => {
      if (!input.current || !said.current) return
      const { value, validity } = input.current
      said.current.value = validity.badInput ? 'unread' : value === '' ? 'removed' : ''
    }
    // Before anyone reads the form's values.
    form?.addEventListener('submit', say, { capture: true })
    return () => form?.removeEventListener('submit', say, { capture: true })
  }, [])
  return { input, said }
}
