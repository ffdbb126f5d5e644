import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Loads the page's data again when somebody else changed the plan. The stream is closed while the tab is hidden, because a
 * browser allows few to one host; on coming back the page catches up.
 */
export function useLivePlan(planId: string) {
  const { revalidate } = useRevalidator()
  const again = useRef(revalidate)
  useEffect(() => {
    again.current = revalidate
  }, [revalidate])
  useEffect(() => {
    let source: EventSource | undefined
    const close = () => {
      source?.close()
      source = undefined
    }
    const open = () => {
      source = new EventSource(`/plans/${planId}/events`)
      source.onmessage = () => again.current()
    }
    const follow = () => {
      if (document.hidden) close()
      else if (!source) {
        open()
        again.current()
      }
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      close()
    }
  }, [planId])
}
