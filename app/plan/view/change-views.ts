import type { IsoDate } from '#app/schedule/model.ts'
import type { AgreedChangeView } from './plan-view.ts'
import type { AgreedChange } from '../agreed-terms/agreed-changes.ts'

/** Who changed a field last and when, by subject and field; `mayUndo` where that change can be undone whole. */
export type LastChanges = ReadonlyMap<string, { by: string; on: IsoDate; number: number; mayUndo: boolean }>

/** What changed since both sides agreed as a page shows it. @param mayRestore whether the reader may put agreed values back */
export function changeViews(
  changes: readonly AgreedChange[],
  last: LastChanges,
  { planId, mayRestore }: { planId: string; mayRestore: boolean },
): AgreedChangeView[] {
  return changes.map((change) => {
    const { part, kind, title, before, after, now, fields, task } = change
    const found = fields
      .flatMap((field) => last.get(`${task?.id ?? planId} ${field}`) ?? [])
      .sort((a, b) => b.number - a.number)[0]
    // A task that came or went is more than its terms: only undoing the change itself brings all of it back.
    const undo = found?.mayUndo ? ({ by: 'undo-change', number: found.number } as const) : null
    const restore = { by: 'restore-agreed', now } as const
    return {
      part,
      kind,
      title,
      before,
      after,
      by: found?.by ?? null,
      on: found?.on ?? null,
      back: !mayRestore ? null : kind === 'changed' ? restore : undo,
    }
  })
}
