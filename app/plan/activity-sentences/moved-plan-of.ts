import type { ReadEvent } from '#app/runner/events/catalogue.ts'
import type { MovedPlan } from '../core/moved-words.ts'

type MovedChanges = Pick<
  ReadEvent<'plan adjusted'>['changes'],
  'movedTasks' | 'goLive' | 'firstWin' | 'buffer' | 'summary'
>

/** What an event from before its figures were kept says in words that were stored with it; null for none. */
export function storedSummary({ summary }: MovedChanges): string | null {
  const told = summary?.after ?? summary?.before
  return told ? (typeof told === 'string' ? told : told.words) : null
}

/** What a change moved, as the change itself moved it, also where it is undone; null where the event keeps no figures. */
export function movedPlanOf({ movedTasks, goLive, firstWin, buffer }: MovedChanges): MovedPlan | null {
  const tasks = movedTasks?.after ?? movedTasks?.before
  if (typeof tasks !== 'number') return null
  const isBack = movedTasks?.after === null
  const inOrder = <Value>(change: { before: Value; after: Value }) =>
    isBack ? { before: change.after, after: change.before } : change
  const dates = (change: MovedChanges['goLive']) =>
    typeof change?.before === 'string' && typeof change.after === 'string'
      ? inOrder({ before: change.before, after: change.after })
      : undefined
  return {
    tasks,
    goLive: dates(goLive),
    firstWin: dates(firstWin),
    buffer:
      typeof buffer?.before === 'number' && typeof buffer.after === 'number'
        ? inOrder({ before: buffer.before, after: buffer.after })
        : undefined,
  }
}
