import { useRevalidator } from '@remix-run/react'
import { useCallback } from 'react'

let isAsked = false

/**
 * Loads the page on show again because something changed elsewhere, without its reader having asked for it: where that fails, the page
 * stays as it is (`shell/hold-loads.ts`).
 */
export function useRefresh(): () => void {
  const { revalidate } = useRevalidator()
  return useCallback(() => {
    isAsked = true
    revalidate()
  }, [revalidate])
}

/** Whether the load that starts now is such a refresh; the answer is good for one load. */
export function takeRefresh(): boolean {
  const wasAsked = isAsked
  isAsked = false
  return wasAsked
}
