import { useEffect, useState } from 'react'
import { useSaidOutcome } from '#app/ui/outcome.ts'
import type { RecentChange } from './find-recent-change.server.ts'

/**
 * The change that the page offers to undo. One thing is said at a time: an outcome hides what was changed before it, and ends when something
 * is changed after it.
 */
export function useOfferedChange(recent: RecentChange | null): RecentChange | null {
  const { outcome, end } = useSaidOutcome()
  const id = outcome?.id
  const number = recent?.number ?? 0
  const [since, setSince] = useState({ id, number })
  if (since.id !== id) setSince({ id, number })
  const isNewer = since.id === id && number > since.number
  useEffect(() => {
    if (id && isNewer) end()
  }, [id, isNewer, end])
  return id && !isNewer ? null : recent
}
