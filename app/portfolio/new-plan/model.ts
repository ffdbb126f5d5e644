import { z } from 'zod'
import {
  isoDate,
  optionalDecimal,
  optionalIsoDate,
  optionalText,
  requiredName,
  requiredText,
} from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { firstWinFaults } from '#app/plan/core/first-win-faults.ts'
import { newPlanRefusals } from './new-plan-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'

/** The fields of a new plan, shared by the form, the command and imports. What is left out can be said later, on the plan. */
export const newPlan = z.object({
  account: requiredName(newPlanRefusals.enterCustomer),
  project: requiredName(newPlanRefusals.enterProject),
  template: requiredText(60, newPlanRefusals.chooseTemplate),
  criticalDate: isoDate(newPlanRefusals.enterCriticalDate),
  criticalReason: optionalText(textSizes.sentence),
  ifMissed: optionalText(textSizes.sentence),
  statement: optionalText(textSizes.sentence),
  measure: optionalText(textSizes.measure),
  unit: optionalText(textSizes.unit),
  baseline: optionalDecimal(),
  target: optionalDecimal(),
  winBy: optionalIsoDate(),
  announcedTo: optionalText(textSizes.audience),
})

export type NewPlanInput = z.infer<typeof newPlan>

export type PlanFault = { field: keyof NewPlanInput; message: string }

/** What is wrong with a new plan taken as a whole, all faults at once. `today` is in the plan's time zone. */
export function faultsOfNewPlan(plan: NewPlanInput, today: string): PlanFault[] {
  const faults: PlanFault[] = []
  if (plan.criticalDate < today) faults.push({ field: 'criticalDate', message: refusals.datePassed })
  return [...faults, ...firstWinFaults(plan)]
}
