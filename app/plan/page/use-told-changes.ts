import { useEffect } from 'react'
import type { PlanView } from '../core/view.ts'
import { announce } from '#app/ui/announce.ts'

/** The latest change that was on the page of each plan, by the plan's id, for as long as the browser stays. */
const told = new Map<string, number>()

/** Announces what changed on the plan since its page was opened, whoever changed it and wherever the reader was meanwhile. */
export function useToldChanges({ id, lastChange }: Pick<PlanView, 'id' | 'lastChange'>): void {
  useEffect(() => {
    if (!lastChange) return
    const before = told.get(id) ?? lastChange.number
    told.set(id, lastChange.number)
    if (before < lastChange.number) announce(`${lastChange.isMine ? 'You' : lastChange.by} ${lastChange.words}.`)
  }, [id, lastChange])
}
