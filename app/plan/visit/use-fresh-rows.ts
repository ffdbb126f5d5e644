import { useMemo, useState } from 'react'
import type { VisitNews } from './visit-news.ts'

/** Whether something was changed before the page was opened, or while it is looked at. */
export type Freshness = 'earlier' | 'live'
export type FreshRows = ReadonlyMap<string, Freshness>

const none: FreshRows = new Map()

/** What others have changed since the reader's last visit, by the ids of tasks and milestones. @param number up to which the plan is shown */
export function useFreshRows(planId: string, news: VisitNews | null, number: number): FreshRows {
  const [opened, setOpened] = useState({ planId, number })
  if (opened.planId !== planId) setOpened({ planId, number })
  return useMemo(
    () =>
      news
        ? new Map(news.subjects.map(([id, latest]) => [id, latest > opened.number ? 'live' : 'earlier'] as const))
        : none,
    [news, opened],
  )
}
