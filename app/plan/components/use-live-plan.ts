import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/**
 * Asks for the plan again when it has changed somewhere else. Listens only while the page is looked at; coming back to it asks
 * once, for what was missed.
 * @param number the number of the last change that the page shows
 */
export function useLivePlan(planId: string, number: number): void {
  const { revalidate } = useRevalidator()
  const known = useRef(number)
  useEffect(() => {
    known.current = Math.max(known.current, number)
  }, [number])

  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    let source: EventSource | null = null
    const close = () => {
      source?.close()
      source = null
    }
    const open = () => {
      if (source) return
      source = new EventSource(`/plans/${planId}/events`)
      source.onmessage = ({ data }: MessageEvent<string>) => {
        if (Number(data) <= known.current) return
        known.current = Number(data)
        revalidate()
      }
      // Refused, not merely interrupted: its reader was signed out or taken off the plan, and the page says so.
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        revalidate()
      }
    }
    const onVisibility = () => {
      if (document.hidden) return close()
      if (!source) revalidate()
      open()
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      close()
    }
  }, [planId, revalidate])
}
