import { type CommandName, type Standing, mayEver, commandRuleOf } from '#app/policy/policy.ts'
import { planEndRefusals } from './plan-end-words.ts'

/** The columns of a plan that decide whether it can still change. */
export type PlanEnd = { state: unknown; archivedAt: unknown }

/** Why nothing on a plan can change, in words; null while it can. A won plan still can. */
export const whyPlanClosed = ({ state, archivedAt }: PlanEnd): string | null => {
  if (archivedAt) return planEndRefusals.archived
  return state === 'lost' ? planEndRefusals.closed : null
}

/** Why a command is refused on a plan as it stands, for anyone who gives it; null where it is not. */
export function whyRefusedOnPlan(name: CommandName, plan: PlanEnd): string | null {
  const { onClosedPlan, untilWon } = commandRuleOf(name)
  const why = onClosedPlan ? null : whyPlanClosed(plan)
  if (why) return why
  return untilWon && plan.state === 'won' ? planEndRefusals.won : null
}

/** Whether they may give the command on a plan as it stands: what buttons ask. */
export const mayOnPlanAsItStands = (name: CommandName, standings: ReadonlySet<Standing>, plan: PlanEnd): boolean =>
  mayEver(name, standings) && whyRefusedOnPlan(name, plan) === null
