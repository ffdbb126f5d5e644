import type { PlanRows, TaskRow } from './compute-plan.ts'
import type { StoredPlan, StoredRows } from './plan-rows.server.ts'
import { scheduledFieldsOf } from './task-fields.ts'
import type { Sight } from '#app/policy/policy.ts'

/** What anyone who reads a plan may know of the plan itself. */
export type ShownPlan = Pick<
  StoredPlan,
  | 'id'
  | 'state'
  | 'startOn'
  | 'criticalDate'
  | 'criticalReason'
  | 'ifMissed'
  | 'winBy'
  | 'wonOn'
  | 'vendorCalendar'
  | 'customerCalendar'
  | 'workspace'
  | 'leadName'
  | 'leadJobTitle'
  | 'workspaceLogo'
  | 'account'
  | 'accountLogo'
  | 'project'
  | 'termsVersion'
  | 'winStatement'
  | 'winMeasure'
  | 'winUnit'
  | 'winBaseline'
  | 'winTarget'
  | 'winAnnouncedTo'
> & {
  /** Leads members to all that concerns the customer; null for the customer. */
  accountId: string | null
}

/** A plan's rows cut to what someone sees: they may leave the server for that person. */
export type ShownRows = PlanRows<ShownPlan> & { readonly cutFor: Sight }

/** Whether a side keeps this task from the reader. */
export const isHiddenFrom = (task: Pick<TaskRow, 'privateTo'>, sight: Sight) =>
  task.privateTo !== null && task.privateTo !== sight

/**
 * The part of a plan that a person may know. Hidden private tasks keep only what the schedule needs, under ids that mean
 * nothing elsewhere: no title, no owner, no text. Everything else is picked by name, so that a new column stays on the server.
 */
export function cutRows({ plan, milestones, tasks }: StoredRows, sight: Sight): ShownRows {
  const hidden = tasks.filter((task) => isHiddenFrom(task, sight)).map(({ id }) => id)
  const shownIds = new Map(hidden.map((id, at) => [id, `own-${at + 1}`]))
  const shownId = (id: string) => shownIds.get(id) ?? id
  return {
    cutFor: sight,
    plan: shownPlan(plan, sight),
    milestones,
    tasks: tasks.map((task) => {
      const dependsOn = task.dependsOn.map((link) => ({ ...link, task: shownId(link.task) }))
      if (!shownIds.has(task.id)) return { ...task, dependsOn }
      const { milestoneId, position, startedOn, doneOn, privateTo } = task
      const words = { owner: null, sentBack: null, result: null, promisedOn: null }
      // The days are needed to compute with; what happens on them is the other side's own.
      const sittings = task.sittings && { ...task.sittings, name: null }
      const kept = { milestoneId, position, startedOn, doneOn, privateTo, sittings }
      return { id: shownId(task.id), ...scheduledFieldsOf(task), ...kept, ...words, dependsOn }
    }),
  }
}

const shownPlan = (plan: StoredPlan, sight: Sight): ShownPlan => ({
  id: plan.id,
  state: plan.state,
  startOn: plan.startOn,
  criticalDate: plan.criticalDate,
  criticalReason: plan.criticalReason,
  ifMissed: plan.ifMissed,
  winBy: plan.winBy,
  wonOn: plan.wonOn,
  vendorCalendar: plan.vendorCalendar,
  customerCalendar: plan.customerCalendar,
  workspace: plan.workspace,
  leadName: plan.leadName,
  leadJobTitle: plan.leadJobTitle,
  workspaceLogo: plan.workspaceLogo,
  account: plan.account,
  accountId: sight === 'vendor' ? plan.accountId : null,
  accountLogo: plan.accountLogo,
  project: plan.project,
  termsVersion: plan.termsVersion,
  winStatement: plan.winStatement,
  winMeasure: plan.winMeasure,
  winUnit: plan.winUnit,
  winBaseline: plan.winBaseline,
  winTarget: plan.winTarget,
  winAnnouncedTo: plan.winAnnouncedTo,
})
