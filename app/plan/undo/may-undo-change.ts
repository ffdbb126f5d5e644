import { type CommandName, type Standing, commandRules } from '#app/policy/policy.ts'
import { type PlanEnd, mayOnPlanAsItStands, whyPlanClosed } from '#app/runner/plan-end.ts'

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandRules, name)

/** Whether they may undo a change, as the plan stands, by the command that it needs the right to (`plan_undo.needs`). */
export function mayUndoChange(standings: ReadonlySet<Standing>, plan: PlanEnd, needs: string | null): boolean {
  if (!mayOnPlanAsItStands('undo-change', standings, plan)) return false
  if (needs === null) return whyPlanClosed(plan) === null
  return isCommand(needs) && mayOnPlanAsItStands(needs, standings, plan)
}
