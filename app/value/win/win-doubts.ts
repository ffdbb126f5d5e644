import { addDays, isIsoDate } from '#app/schedule/dates.ts'

/** What may be wrong with a first win as it is defined. A plan may have each of them. */
export type WinDoubt = 'too big' | 'too late' | 'unmeasurable' | 'no task'

type Doubted = {
  statement: string
  measure: string
  unit: string
  /** ISO dates. */
  winBy: string
  criticalDate: string
  /** Working days of each task between go-live and the win, done ones included. */
  taskDays: readonly number[]
}

/** A first win comes soon after go-live and takes little work: it is not the full return. */
export const winDoubtBounds = { daysAfterGoLive: 90, workingDays: 30 } as const

/** Words that no one can count. */
const vague = /\b(better|good|great|improve\w*|satisf\w*|happ\w*|efficien\w*|easier|faster|quality)\b/i

const isTooBig = (taskDays: readonly number[]) =>
  taskDays.reduce((sum, days) => sum + days, 0) > winDoubtBounds.workingDays

const isTooLate = (winBy: string, criticalDate: string) =>
  isIsoDate(winBy) && isIsoDate(criticalDate) && winBy > addDays(criticalDate, winDoubtBounds.daysAfterGoLive)

/** "Customer satisfaction" in points can be counted; "better" cannot be a unit. */
const isUnmeasurable = (measure: string, unit: string) =>
  vague.test(unit) || !/[\p{L}\p{N}%€$£¥]/u.test(unit) || unit.toLowerCase() === measure.toLowerCase()

/** The fields beside which a doubt is told: what people would change first. */
export type DoubtedField = 'statement' | 'unit' | 'winBy'

/** What looks wrong with a first win that is being written, beside each field; one that is still empty is not doubted. */
export const doubtsBeside = (win: Doubted): Record<DoubtedField, WinDoubt[]> => {
  const [statement, measure, unit] = [win.statement.trim(), win.measure.trim(), win.unit.trim()]
  return {
    statement: [
      ...(statement !== '' && isTooBig(win.taskDays) ? (['too big'] as const) : []),
      ...(statement !== '' && win.taskDays.length === 0 ? (['no task'] as const) : []),
    ],
    unit: unit !== '' && isUnmeasurable(measure, unit) ? ['unmeasurable'] : [],
    winBy: isTooLate(win.winBy, win.criticalDate) ? ['too late'] : [],
  }
}

/** What looks wrong with a first win, without judging its words: the people decide. */
export function winDoubts(win: Doubted): WinDoubt[] {
  const { statement, unit, winBy } = doubtsBeside(win)
  return [...statement, ...winBy, ...unit]
}
