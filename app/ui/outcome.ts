import { useLocation } from '@remix-run/react'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'

/** What the reader just did, in words. */
export type Outcome = {
  id: string
  words: string
  /** What it was done to, such as a plan, where the activity shows it, and the number of its last event there. */
  scopeId: string | null
  number: number
}

type SaidOutcome = {
  outcome: Outcome | null
  /** Stops saying it, since something newer takes its place. */
  end: () => void
}

export const OutcomeContext = createContext<SaidOutcome>({ outcome: null, end: () => undefined })

/** What the current page says about the form that led to it, and how to stop saying it. */
export const useSaidOutcome = (): SaidOutcome => useContext(OutcomeContext)

/** What the current page says about the form that led to it. */
export const useOutcome = (): Outcome | null => useSaidOutcome().outcome

/** The outcome that a page came with, for as long as the reader stays there: a refresh brings none. */
export function useKeptOutcome(fresh: Outcome | null): SaidOutcome {
  const { key } = useLocation()
  const [kept, setKept] = useState<{ outcome: Outcome; at: string | null } | null>(null)
  const isNews = fresh !== null && fresh.id !== kept?.outcome.id
  const now = isNews ? { outcome: fresh, at: key } : kept
  if (now !== kept) setKept(now)
  const outcome = now?.at === key ? now.outcome : null
  const end = useCallback(() => setKept((before) => before && { ...before, at: null }), [])
  return useMemo(() => ({ outcome, end }), [outcome, end])
}
