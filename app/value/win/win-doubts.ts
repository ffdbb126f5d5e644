import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'

/** What may be wrong with a first win as it is defined. A plan may have each of them. */
export type WinDoubt = 'too big' | 'too late' | 'unmeasurable' | 'no task'

type Doubted = {
  measure: string
  unit: string
  winBy: IsoDate
  criticalDate: IsoDate
  /** Working days of each task between go-live and the win, done ones included. */
  taskDays: readonly number[]
}

/** A first win comes soon after go-live and takes little work: it is not the full return. */
export const winDoubtBounds = { daysAfterGoLive: 90, workingDays: 30 } as const

/** Words that no one can count. */
const vague = /\b(better|good|great|improve\w*|satisf\w*|happ\w*|efficien\w*|easier|faster|quality)\b/i

/** What looks wrong with a first win, without judging its words: the people decide. */
export function winDoubts({ measure, unit, winBy, criticalDate, taskDays }: Doubted): WinDoubt[] {
  const work = taskDays.reduce((sum, days) => sum + days, 0)
  const doubts: (WinDoubt | false)[] = [
    work > winDoubtBounds.workingDays && 'too big',
    winBy > addDays(criticalDate, winDoubtBounds.daysAfterGoLive) && 'too late',
    // "Customer satisfaction" in points can be counted; "better" cannot be a unit.
    (vague.test(unit) || !/[\p{L}\p{N}%€$£¥]/u.test(unit) || unit.toLowerCase() === measure.toLowerCase()) &&
      'unmeasurable',
    taskDays.length === 0 && 'no task',
  ]
  return doubts.filter((doubt) => doubt !== false)
}
