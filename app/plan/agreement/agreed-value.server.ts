import type { Updateable } from 'kysely'
import type { Plan } from '#db/schema.ts'
import type { StoredPlan } from '../plan-rows.server.ts'
import type { AgreedTerms } from '../terms.ts'
import { type PlanPart, planParts, winParts } from './agreed-changes.ts'

type Columns = Updateable<Plan>
type Calendar = AgreedTerms['vendorCalendar']

/** The column that holds each part of the plan's own dates and first win, with the value that was agreed. */
const ownColumns: Partial<Record<PlanPart, (agreed: AgreedTerms) => Columns>> = {
  criticalDate: ({ criticalDate }) => ({ criticalDate }),
  criticalReason: ({ criticalReason }) => ({ criticalReason }),
  statement: ({ firstWin }) => ({ winStatement: firstWin.statement }),
  measure: ({ firstWin }) => ({ winMeasure: firstWin.measure }),
  unit: ({ firstWin }) => ({ winUnit: firstWin.unit }),
  baseline: ({ firstWin }) => ({ winBaseline: String(firstWin.baseline) }),
  target: ({ firstWin }) => ({ winTarget: String(firstWin.target) }),
  winBy: ({ firstWin }) => ({ winBy: firstWin.winBy }),
  announcedTo: ({ firstWin }) => ({ winAnnouncedTo: firstWin.announcedTo }),
}

/** What of a side's calendar was agreed, by the part's name without its side. */
const calendarPieces: Record<string, (agreed: Calendar) => Partial<Calendar>> = {
  Workweek: ({ workweek }) => ({ workweek }),
  Region: ({ region, holidays }) => ({ region, holidays }),
  Closed: ({ closed }) => ({ closed }),
  Days: ({ extraWorkdays }) => ({ extraWorkdays }),
}

/** The columns of the plan that hold one agreed part; of a calendar, its other parts stay as they are. */
export function agreedColumns(part: PlanPart, agreed: AgreedTerms, plan: StoredPlan): Columns {
  const own = ownColumns[part]
  if (own) return own(agreed)
  const column = part.startsWith('vendor') ? 'vendorCalendar' : 'customerCalendar'
  const piece = calendarPieces[part.replace(/^(vendor|customer)/, '')]?.(agreed[column])
  return { [column]: JSON.stringify({ ...plan[column], ...piece }) }
}

export const isPlanPart = (part: string): part is PlanPart => planParts.some((it) => it === part)

/** What is said when the first win is confirmed; its day is not. */
export const isOfWin = (part: PlanPart): boolean => part !== 'winBy' && winParts.some((it) => it === part)
