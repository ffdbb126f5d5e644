import type { Updateable } from 'kysely'
import type { Plan } from '#db/schema.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import type { AgreedTerms } from '../agreed-terms/agreed-terms.ts'
import type { PlanPart } from '../agreed-terms/agreed-changes.ts'

type Columns = Updateable<Plan>
type ColumnsOf = (agreed: AgreedTerms, plan: StoredPlan) => Columns
type Calendar = AgreedTerms['vendorCalendar']

/** The calendar of a side with those of its parts that were agreed; its other parts stay as they are. */
const vendor =
  (pick: (agreed: Calendar) => Partial<Calendar>): ColumnsOf =>
  ({ vendorCalendar }, plan) => ({
    vendorCalendar: JSON.stringify({ ...plan.vendorCalendar, ...pick(vendorCalendar) }),
  })
const customer =
  (pick: (agreed: Calendar) => Partial<Calendar>): ColumnsOf =>
  ({ customerCalendar }, plan) => ({
    customerCalendar: JSON.stringify({ ...plan.customerCalendar, ...pick(customerCalendar) }),
  })

const workweekOf = ({ workweek }: Calendar) => ({ workweek })
const regionOf = ({ region, holidays }: Calendar) => ({ region, holidays })
const closedOf = ({ closed }: Calendar) => ({ closed })
const extraDaysOf = ({ extraWorkdays }: Calendar) => ({ extraWorkdays })

/** The column that holds each agreed part of the plan, with the value that was agreed. */
const columnsByPart: Record<PlanPart, ColumnsOf> = {
  criticalDate: ({ criticalDate }) => ({ criticalDate }),
  criticalReason: ({ criticalReason }) => ({ criticalReason }),
  statement: ({ firstWin }) => ({ winStatement: firstWin.statement }),
  measure: ({ firstWin }) => ({ winMeasure: firstWin.measure }),
  unit: ({ firstWin }) => ({ winUnit: firstWin.unit }),
  baseline: ({ firstWin }) => ({ winBaseline: String(firstWin.baseline) }),
  target: ({ firstWin }) => ({ winTarget: String(firstWin.target) }),
  winBy: ({ firstWin }) => ({ winBy: firstWin.winBy }),
  announcedTo: ({ firstWin }) => ({ winAnnouncedTo: firstWin.announcedTo }),
  vendorWorkweek: vendor(workweekOf),
  vendorRegion: vendor(regionOf),
  vendorClosed: vendor(closedOf),
  vendorDays: vendor(extraDaysOf),
  customerWorkweek: customer(workweekOf),
  customerRegion: customer(regionOf),
  customerClosed: customer(closedOf),
  customerDays: customer(extraDaysOf),
}

/** The columns of the plan that hold one agreed part, as it was agreed. */
export const agreedColumns = (part: PlanPart, agreed: AgreedTerms, plan: StoredPlan): Columns =>
  columnsByPart[part](agreed, plan)
