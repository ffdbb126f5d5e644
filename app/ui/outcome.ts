import { useLocation } from '@remix-run/react'
import { createContext, useContext, useState } from 'react'

/** What the reader just did, in words. */
export type Outcome = {
  id: string
  words: string
  /** What it was done to, such as a plan, where the activity shows it, and the number of its last event there. */
  scopeId: string | null
  number: number
}

export const OutcomeContext = createContext<Outcome | null>(null)

/** What the current page says about the form that led to it. */
export const useOutcome = (): Outcome | null => useContext(OutcomeContext)

/** The outcome that a page came with, for as long as the reader stays there: a refresh brings none. */
export function useKeptOutcome(fresh: Outcome | null): Outcome | null {
  const { key } = useLocation()
  const [kept, setKept] = useState<{ outcome: Outcome; at: string } | null>(null)
  const isNews = fresh !== null && fresh.id !== kept?.outcome.id
  const now = isNews ? { outcome: fresh, at: key } : kept
  if (now !== kept) setKept(now)
  return now?.at === key ? now.outcome : null
}
