import type { Selectable } from 'kysely'
import type { Capability } from '#db/schema.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Sight } from '#app/policy/policy.ts'
import { capabilityStateOf } from './capability-state-of.ts'
import { mismatchesOf } from './mismatches-of.ts'
import type { CapabilityView } from './sold-view.ts'

type Which = { workspaceId: string; planId: string; capabilityId?: string }

/** A capability with the names of the members in it. */
export type NamedCapability = Selectable<Capability> & { promiser: string | null; leaverOut: string | null }

/** The capabilities of a plan, removed ones included, in the order in which they were added. */
export function listSold(
  trx: WorkspaceReading,
  { workspaceId, planId, capabilityId }: Which,
): Promise<NamedCapability[]> {
  const all = trx
    .selectFrom('capability')
    .leftJoin('member as promiser', (join) =>
      join
        .onRef('promiser.workspaceId', '=', 'capability.workspaceId')
        .onRef('promiser.id', '=', 'capability.promisedBy'),
    )
    .leftJoin('member as leaver', (join) =>
      join.onRef('leaver.workspaceId', '=', 'capability.workspaceId').onRef('leaver.id', '=', 'capability.leftOutBy'),
    )
    .selectAll('capability')
    .select(['promiser.name as promiser', 'leaver.name as leaverOut'])
    .where('capability.workspaceId', '=', workspaceId)
    .where('capability.planId', '=', planId)
    .orderBy('capability.createdAt')
    .orderBy('capability.id')
  return (capabilityId === undefined ? all : all.where('capability.id', '=', capabilityId)).execute()
}

export type PlanTask = { id: string; title: string; privateTo: string | null; doneOn: string | null }

/** The tasks of a plan that can deliver something. */
export const listPlanTasks = (trx: WorkspaceReading, { workspaceId, planId }: Which): Promise<PlanTask[]> =>
  trx
    .selectFrom('task')
    .innerJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'task.workspaceId').onRef('milestone.id', '=', 'task.milestoneId'),
    )
    .select(['task.id', 'task.title', 'task.privateTo', 'task.doneOn'])
    .where('task.workspaceId', '=', workspaceId)
    .where('task.planId', '=', planId)
    .orderBy('milestone.position')
    .orderBy('task.position')
    .execute()

/** Whether the reader may see a task. */
export const isTaskShown = ({ privateTo }: Pick<PlanTask, 'privateTo'>, sight: Sight): boolean =>
  privateTo === null || privateTo === sight

/** The capability as a reader sees it: internal notes and private tasks stay with their side. */
export function capabilityView(stored: NamedCapability, tasks: readonly PlanTask[], sight: Sight): CapabilityView {
  const { id, need, why, askedBy, promiser, inContract, quantity, edition, deliveredOn, acceptedOn } = stored
  const delivering = tasks.filter((task) => stored.taskIds.includes(task.id))
  return {
    ...{ id, need, why, askedBy, promisedBy: promiser, inContract, quantity, edition, deliveredOn },
    leftOut: stored.leftOutReason === null ? null : { reason: stored.leftOutReason, by: stored.leaverOut ?? '' },
    tasks: delivering
      .filter((task) => isTaskShown(task, sight))
      .map(({ id: taskId, title, doneOn }) => ({ id: taskId, title, isDone: doneOn !== null })),
    accepted: acceptedOn === null ? null : { on: acceptedOn, by: stored.acceptedBy ?? '' },
    internalNote: sight === 'vendor' ? stored.internalNote : null,
    mismatches: mismatchesOf(capabilityStateOf(stored, delivering.length)),
  }
}
