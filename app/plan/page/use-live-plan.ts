import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { followChanges } from './follow-changes.ts'

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
    return followChanges(`/plans/${planId}/events`, {
      onNumber(heard) {
        if (heard <= known.current) return
        known.current = heard
        revalidate()
      },
      onMissed: revalidate,
      onRefused: revalidate,
    })
  }, [planId, revalidate])
}
