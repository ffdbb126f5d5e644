import { useEffect, useRef } from 'react'
import { useRefresh } from '#app/ui/use-refresh.ts'
import { followChanges } from './follow-changes.ts'

/**
 * Asks for the plan again when it has changed somewhere else. Listens only while the page is looked at; coming back to it asks
 * once, for what was missed.
 * @param number the number of the last change that the page shows
 */
export function useLivePlan(planId: string, number: number): void {
  const refresh = useRefresh()
  const known = useRef(number)
  useEffect(() => {
    known.current = Math.max(known.current, number)
  }, [number])

  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    return followChanges(`/plans/${planId}/events`, {
      onNumber(heard) {
        if (heard <= known.current) return
        known.current = heard
        refresh()
      },
      onMissed: refresh,
      onRefused: refresh,
    })
  }, [planId, refresh])
}
