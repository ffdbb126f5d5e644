import { useEffect, useRef } from 'react'

/**
 * Tells the server, when a form is sent, what an empty date input holds: a date that the browser could not read, or nothing on purpose.
 * @returns refs of the date input and of the hidden field that says so
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
