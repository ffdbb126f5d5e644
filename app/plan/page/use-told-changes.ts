import { useEffect } from 'react'
import type { PlanView } from '../view/plan-view.ts'
import type { RecentChange } from '../undo/find-recent-change.server.ts'
import { announce } from '#app/ui/announce.ts'
import { useOutcome } from '#app/ui/outcome.ts'

/** The latest change that was on the page of each plan, by the plan's id, for as long as the browser stays. */
const told = new Map<string, number>()

/**
 * Announces what changed on the plan since its page was opened, by everyone and wherever the reader was meanwhile; not what the reader
 * just did, which a toast says.
 */
export function useToldChanges(
  { id, lastChange }: Pick<PlanView, 'id' | 'lastChange'>,
  offered: RecentChange | null,
): void {
  const outcome = useOutcome()
  const saidUpTo = Math.max(offered?.lastNumber ?? 0, outcome?.scopeId === id ? outcome.number : 0)
  useEffect(() => {
    if (!lastChange) return
    const before = told.get(id) ?? lastChange.number
    told.set(id, lastChange.number)
    if (before < lastChange.number && lastChange.number > saidUpTo) announce(lastChange.sentence)
  }, [id, lastChange, saidUpTo])
}
