import { z } from 'zod'
import { decimal, isoDate, requiredName, optionalText, requiredText } from '#app/kit/field-schemas.ts'
import { textSizes } from '#app/kit/limits.ts'
import { firstWinFaults } from '#app/plan/core/first-win-faults.ts'
import { newPlanRefusals } from './new-plan-words.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { planInputRefusals } from '#app/plan/plan-input-words.ts'

/** The fields of a new plan, shared by the form, the command and imports. */
export const newPlan = z.object({
  account: requiredName(newPlanRefusals.enterCustomer),
  project: requiredName(newPlanRefusals.enterProject),
  template: requiredText(60, newPlanRefusals.chooseTemplate),
  criticalDate: isoDate(newPlanRefusals.enterCriticalDate),
  criticalReason: requiredText(textSizes.sentence, planInputRefusals.sayWhyDate),
  ifMissed: optionalText(textSizes.sentence),
  statement: requiredText(textSizes.sentence, planInputRefusals.sayAnnouncement),
  measure: requiredText(textSizes.measure, newPlanRefusals.enterMeasure),
  unit: requiredText(textSizes.unit, newPlanRefusals.enterUnit),
  baseline: decimal(newPlanRefusals.enterBaseline),
  target: decimal(newPlanRefusals.enterTarget),
  winBy: isoDate(),
  announcedTo: requiredText(textSizes.audience, newPlanRefusals.sayAudience),
})

export type NewPlanInput = z.infer<typeof newPlan>

export type PlanFault = { field: keyof NewPlanInput; message: string }

/** What is wrong with a new plan taken as a whole, all faults at once. `today` is in the plan's time zone. */
export function faultsOfNewPlan(plan: NewPlanInput, today: string): PlanFault[] {
  const faults: PlanFault[] = []
  if (plan.criticalDate < today) faults.push({ field: 'criticalDate', message: refusals.datePassed })
  return [...faults, ...firstWinFaults(plan)]
}
