import type { PlannedChange } from '#app/schedule/with-change.ts'
import type { Goals } from '../core/compute-plan.ts'
import type { Edit } from '../edits/edit.ts'

/** The edits that apply a piece of advice. */
export function editsForAdvice(change: PlannedChange, goals: Goals): Edit[] {
  switch (change.kind) {
    case 'shorten':
      return [{ field: 'durationDays', task: change.task, value: change.durationDays }]
    case 'overlap':
      return [{ field: 'lag', task: change.task, after: change.after, value: change.lagDays }]
    case 'start':
      return [{ field: 'startedOn', task: change.task, value: change.startedOn }]
    case 'work through': {
      const { from, to, side } = change
      const sides = side === 'both' ? (['vendor', 'customer'] as const) : [side]
      return sides.map((each) => ({ field: 'closed', side: each, from, to, value: null }))
    }
    case 'together':
      return change.changes.flatMap((each) => editsForAdvice(each, goals))
    case 'postpone':
      if (change.task === null) return [{ field: 'winBy', value: change.date }]
      return change.task === goals.goLive
        ? [{ field: 'criticalDate', value: change.date }]
        : [{ field: 'notAfter', task: change.task, value: change.date }]
  }
}
