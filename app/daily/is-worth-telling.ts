import type { WaitingTask } from '#app/plan/page/waiting-tasks.ts'
import { day } from '#app/kit/durations.ts'

/** What a day's email told about one task. */
export type DailyMention = { task: string; why: WaitingTask['why']; at: Date }

const week = 7 * day

/**
 * Whether the daily email mentions a task today. That it can start is mentioned once; that it is due or late once, and again a
 * week later if that is still so.
 */
export function isWorthTelling(
  { id, why }: Pick<WaitingTask, 'id' | 'why'>,
  told: readonly DailyMention[],
  now: Date,
): boolean {
  const ofTask = told.filter(({ task }) => task === id)
  if (why === 'next') return ofTask.length === 0
  return !ofTask.some((it) => it.why === why && now.getTime() - it.at.getTime() < week)
}
