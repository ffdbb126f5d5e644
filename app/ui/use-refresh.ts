import { useRevalidator } from '@remix-run/react'
import { useCallback } from 'react'

let isAsked = false

/**
 * Reloads the current page's data because something changed elsewhere. The reader did not ask for it, so if it fails the page
 * stays as it is (`shell/hold-loads.ts`).
 */
export function useRefresh(): () => void {
  const { revalidate } = useRevalidator()
  return useCallback(() => {
    isAsked = true
    revalidate()
  }, [revalidate])
}

/** Whether the load that starts now is such a refresh; the answer is valid for one load. */
export function takeRefresh(): boolean {
  const wasAsked = isAsked
  isAsked = false
  return wasAsked
}
