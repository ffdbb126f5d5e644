import { useRevalidator } from '@remix-run/react'
import { useCallback } from 'react'

/** A load that no one on the page asked for. */
type Refresh = {
  /** The address that it is for, without a query. */
  path: string
  /** What it would load, where that was sent: the data of the page at that address. */
  page: ArrayBuffer | null
}

let nextRefresh: Refresh | null = null

/**
 * Reloads the current page's data because something changed elsewhere. The reader did not ask for it, so if it fails the page
 * stays as it is (`shell/hold-loads.ts`).
 */
export function useRefresh(): (page?: ArrayBuffer | null) => void {
  const { revalidate } = useRevalidator()
  return useCallback(
    (page = null) => {
      nextRefresh = { path: location.pathname, page }
      revalidate()
    },
    [revalidate],
  )
}

/** Such a refresh if the load that starts now is one; the answer is valid for one load. */
export function takeRefresh(): Refresh | null {
  const taken = nextRefresh
  nextRefresh = null
  return taken
}
