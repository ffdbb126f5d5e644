import { useRevalidator } from '@remix-run/react'
import { useCallback } from 'react'

/** A load that no one on the page asked for. */
type Refresh = {
  /** What it would load, where that was sent: the data of the page at its own address, without a query. */
  page: ArrayBuffer | null
}

let asked: Refresh | null = null

/**
 * Reloads the current page's data because something changed elsewhere. The reader did not ask for it, so if it fails the page
 * stays as it is (`shell/hold-loads.ts`).
 */
export function useRefresh(): (page?: ArrayBuffer | null) => void {
  const { revalidate } = useRevalidator()
  return useCallback(
    (page = null) => {
      asked = { page }
      revalidate()
    },
    [revalidate],
  )
}

/** Such a refresh if the load that starts now is one; the answer is valid for one load. */
export function takeRefresh(): Refresh | null {
  const taken = asked
  asked = null
  return taken
}
