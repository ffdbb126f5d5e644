import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import { sideOf, sightOf } from '#app/policy/policy.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { notFound } from '#app/runner/refusal.ts'
import { scheduleOf } from '../core/compute-plan.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { dueOf } from '../core/due.ts'
import { needsOwner } from './needs-owner.ts'
import { ownerValue } from '../core/owner-value.ts'
import { loadPlan } from '../core/plan-rows.server.ts'
import { listOwnerChoices } from '../task/list-owner-choices.server.ts'
import { placeholderTasks } from '../task/placeholder-tasks.ts'
import type { TaskFormChoices } from '../task/task-form-choices.ts'

/** A task that needs a person. */
export type OpenSeat = {
  id: string
  title: string
  milestone: string
  dueOn: string
  isCustomers: boolean
  owner: string
  /** The other open tasks of the placeholder in charge. */
  alsoOwns: string[]
}

export type OpenSeatsPage = Pick<TaskFormChoices, 'owners' | 'companies'> & {
  project: string
  today: string
  seats: OpenSeat[]
}

/** The open tasks of the reader's side that no person is in charge of, and who could be. @throws Refusal 404 */
export function getOpenSeats(
  parts: Pick<Parts, 'reads' | 'clock'>,
  viewer: PlanReader,
  planId: string,
): Promise<OpenSeatsPage> {
  const { actor, standings } = viewer
  return parts.reads.in(actor.workspaceId, async (trx) => {
    const rows = await loadPlan(trx, actor.workspaceId, planId)
    if (!rows) throw notFound()
    const { plan, milestones, tasks } = rows
    const today = todayIn(plan.timeZone, parts.clock.now())
    const sight = sightOf(standings)
    const question = { rows, schedule: scheduleOf(rows, today) }
    return {
      project: plan.project,
      today,
      companies: { vendor: plan.workspace, customer: plan.account },
      owners: await listOwnerChoices(trx, viewer, rows),
      seats: tasks
        .filter((task) => needsOwner(task, sideOf(actor)) && !isHiddenFrom(task, sight))
        .map((task) => ({
          id: task.id,
          title: task.title,
          milestone: milestones.find(({ id }) => id === task.milestoneId)?.title ?? '',
          dueOn: dueOf(question, task.id).dueOn,
          isCustomers: task.side !== 'vendor',
          owner: ownerValue(task.owner),
          alsoOwns: placeholderTasks(tasks, task, sight).map(({ id }) => id),
        })),
    }
  })
}
