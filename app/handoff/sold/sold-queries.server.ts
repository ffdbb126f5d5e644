import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isUuid } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type CommandName, sideOf, sightOf } from '#app/policy/policy.ts'
import { mayOnPlanAsItStands } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { Option } from '#app/ui/option.ts'
import { askerChoice } from './capability-asker.server.ts'
import { capabilityView, isTaskShown, listSold, listPlanTasks } from './list-sold.server.ts'
import { capabilitiesRestorableFor } from './capabilities-restorable-for.ts'
import { serviceUnits } from '../service-units.ts'
import type { Service } from './service-state.ts'
import type { CapabilityTask, CapabilityView, SoldView } from './sold-view.ts'

type ReadParts = Pick<Parts, 'reads' | 'clock'>

/** What was sold to the customer of a plan, and what of it fits. @throws Refusal 404 */
export async function getSold(parts: ReadParts, { actor, standings }: PlanReader, planId: string): Promise<SoldView> {
  const { workspaceId } = actor
  const where = { workspaceId, planId }
  const now = parts.clock.now()
  return parts.reads.in(workspaceId, async (trx) => {
    const [{ end, timeZone, ...about }, stored, tasks, services, people] = await Promise.all([
      getAboutSold(trx, where),
      listSold(trx, where),
      listPlanTasks(trx, where),
      listServices(trx, where),
      listAskers(trx, where),
    ])
    const may = (command: CommandName) => mayOnPlanAsItStands(command, standings, end)
    const isRestorable = (removedAt: Date | null) =>
      removedAt !== null && now.getTime() - removedAt.getTime() < capabilitiesRestorableFor
    return {
      ...about,
      side: sideOf(actor),
      today: todayIn(timeZone, now),
      capabilities: stored
        .filter(({ removedAt }) => removedAt === null)
        .map((one) => capabilityView(one, tasks, sightOf(standings))),
      removed: may('restore-capability')
        ? stored.filter(({ removedAt }) => isRestorable(removedAt)).map(({ id, need }) => ({ id, need }))
        : [],
      services,
      askers: may('add-capability') ? people : [],
      may: {
        edit: may('add-capability'),
        deliver: may('deliver-capability'),
        accept: may('accept-capability'),
        setService: may('set-service'),
      },
    }
  })
}

export type CapabilityPageView = Pick<SoldView, 'project' | 'account' | 'vendor' | 'side' | 'today'> & {
  capability: CapabilityView
  /** What the form of the need holds; null for readers who may not change it. */
  edits: { askerId: string; askers: Option[] } | null
  /** What the form of the promise holds, for the vendor's team. */
  promise: { promisedBy: string; promisers: Option[]; tasks: (CapabilityTask & { isChosen: boolean })[] } | null
  may: { leaveOut: boolean; deliver: boolean; accept: boolean; remove: boolean }
}

/** One capability, with what its forms need. @throws Refusal 404 for one that is not on the plan, or was removed */
export async function getCapabilityPage(
  parts: ReadParts,
  { actor, standings }: PlanReader,
  planId: string,
  capabilityId: string | undefined,
): Promise<CapabilityPageView> {
  const { workspaceId } = actor
  const where = { workspaceId, planId }
  if (capabilityId === undefined || !isUuid(capabilityId)) throw notFound()
  return parts.reads.in(workspaceId, async (trx) => {
    const [{ end, timeZone, ...about }, [stored], tasks, people, members] = await Promise.all([
      getAboutSold(trx, where),
      listSold(trx, { ...where, capabilityId }),
      listPlanTasks(trx, where),
      listAskers(trx, where),
      listPromisers(trx, workspaceId),
    ])
    if (!stored || stored.removedAt !== null) throw notFound()
    const sight = sightOf(standings)
    const may = (command: CommandName) => mayOnPlanAsItStands(command, standings, end)
    const { inContract, promisedBy } = stored
    return {
      ...about,
      side: sideOf(actor),
      today: todayIn(timeZone, parts.clock.now()),
      capability: capabilityView(stored, tasks, sight),
      edits: may('edit-capability') ? { askerId: askerChoice(stored), askers: people } : null,
      promise: may('promise-capability')
        ? {
            promisedBy: promisedBy ?? '',
            promisers: members.flatMap(({ id, name, removedAt }) =>
              removedAt === null || id === promisedBy ? { value: id, text: name } : [],
            ),
            tasks: tasks
              .filter((task) => isTaskShown(task, sight))
              .map(({ id, title, doneOn }) => ({
                ...{ id, title, isDone: doneOn !== null },
                isChosen: stored.taskIds.includes(id),
              })),
          }
        : null,
      may: {
        leaveOut: may('leave-out-capability') && !inContract && promisedBy !== null,
        deliver: may('deliver-capability'),
        accept: may('accept-capability'),
        remove: may('remove-capability') && !inContract,
      },
    }
  })
}

type Which = { workspaceId: string; planId: string }

async function getAboutSold(trx: WorkspaceReading, { workspaceId, planId }: Which) {
  const plan = await trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
    .select([
      ...(['plan.project', 'plan.timeZone', 'plan.state', 'plan.archivedAt'] as const),
      ...(['account.name as account', 'workspace.name as vendor'] as const),
    ])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.id', '=', planId)
    .executeTakeFirst()
  if (!plan) throw notFound()
  const { project, timeZone, account, vendor, state, archivedAt } = plan
  return { project, timeZone, account, vendor, end: { state, archivedAt } }
}

async function listServices(trx: WorkspaceReading, { workspaceId, planId }: Which): Promise<Service[]> {
  const found = await trx
    .selectFrom('planService')
    .select(['unit', 'paid', 'planned', 'used'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  return serviceUnits.flatMap((unit) => {
    const row = found.find((one) => one.unit === unit)
    return row ? { unit, paid: Number(row.paid), planned: Number(row.planned), used: Number(row.used) } : []
  })
}

async function listAskers(trx: WorkspaceReading, { workspaceId, planId }: Which): Promise<Option[]> {
  const seats = await trx
    .selectFrom('planParticipant')
    .select(['participantId as value', 'name as text'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .execute()
  return seats
}

const listPromisers = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('member')
    .select(['id', 'name', 'removedAt'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('name')
    .execute()
