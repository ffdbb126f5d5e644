import { z } from 'zod'
import { decimal, isoDate, name, optionalText, text } from '#app/kit/fields.ts'
import { textSizes } from '#app/kit/limits.ts'
import { firstWinFaults } from '#app/plan/core/first-win-faults.ts'

/** The fields of a new plan, shared by the form, the command and imports. */
export const newPlan = z.object({
  account: name('Please enter the customer.'),
  project: name('Please enter the project.'),
  template: text(60, 'Please choose a template.'),
  criticalDate: isoDate('Please enter the critical date.'),
  criticalReason: text(textSizes.sentence, 'Please say why this date matters.'),
  ifMissed: optionalText(textSizes.sentence),
  statement: text(textSizes.sentence, 'Please say what will be announced.'),
  measure: text(textSizes.measure, 'Please enter a measure.'),
  unit: text(textSizes.unit, 'Please enter a unit.'),
  baseline: decimal('Please enter today’s value.'),
  target: decimal('Please enter the value that counts as a win.'),
  winBy: isoDate('Please enter a date.'),
  announcedTo: text(textSizes.audience, 'Please say who should be told.'),
})

export type NewPlanInput = z.infer<typeof newPlan>

export type PlanFault = { field: keyof NewPlanInput; message: string }

/** What is wrong with a new plan taken as a whole, all faults at once. `today` is in the plan's time zone. */
export function faultsOfNewPlan(plan: NewPlanInput, today: string): PlanFault[] {
  const faults: PlanFault[] = []
  if (plan.criticalDate < today) faults.push({ field: 'criticalDate', message: 'This date has passed.' })
  return [...faults, ...firstWinFaults(plan)]
}
