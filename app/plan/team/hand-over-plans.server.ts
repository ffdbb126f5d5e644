import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { changeLead, tellNewLead } from './change-lead.server.ts'

type Person = { id: string; name: string }
type Successor = Person & { email: string }
type Context = Pick<CommandContext<unknown, 'workspace'>, 'trx' | 'workspaceId' | 'record' | 'notify' | 'actor'>

/** Every plan that a member leads, also those that are over or archived: they may come back. */
export const listLedPlans = (trx: WorkspaceReading, workspaceId: string, memberId: string) =>
  trx
    .selectFrom('plan')
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .select(['plan.id', 'plan.project', 'account.name as account'])
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.leadId', '=', memberId)
    .orderBy('account.name')
    .orderBy('plan.createdAt')
    .execute()

export type LockedPlan = { id: string; leadId: string }

/** Locks every plan of the workspace, so that no one gets a task of one, or takes one over, before a member is removed. */
export const lockPlans = (trx: WorkspaceTransaction, workspaceId: string): Promise<LockedPlan[]> =>
  trx
    .selectFrom('plan')
    .select(['id', 'leadId'])
    .where('workspaceId', '=', workspaceId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/**
 * Reassigns everything of a member who leaves: plans that they lead get a new lead, their open tasks go to each plan's lead,
 * and they leave all teams; what they have seen is forgotten. Completed work keeps their name. Each plan's activity records its part. The new lead is
 * told with their email of the day.
 * @param led the plans that the leaver leads, locked with all others
 */
export async function handOverPlans(
  context: Context,
  leaver: Person,
  { led, successor }: { led: readonly LockedPlan[]; successor: Successor | null },
): Promise<void> {
  const { trx, workspaceId } = context
  if (led.length > 0 && successor) {
    const planIds = led.map(({ id }) => id)
    await changeLead(context, planIds, { from: leaver, to: successor, event: 'lead handed over' })
    await tellNewLead(context, planIds, { from: leaver, to: successor })
  }
  await leaveTeams(context, leaver)
  await giveTasksToLeads(context, leaver)
  await trx.deleteFrom('planVisit').where('workspaceId', '=', workspaceId).where('readerId', '=', leaver.id).execute()
}

/** Each plan's activity tells who works on it without the leaver. */
async function leaveTeams({ trx, workspaceId, record }: Context, leaver: Person) {
  const left = await trx
    .deleteFrom('planTeam')
    .using('plan')
    .whereRef('plan.workspaceId', '=', 'planTeam.workspaceId')
    .whereRef('plan.id', '=', 'planTeam.planId')
    .where('planTeam.workspaceId', '=', workspaceId)
    .where('planTeam.memberId', '=', leaver.id)
    .returning(['plan.id', 'plan.project'])
    .execute()
  if (left.length === 0) return
  const staying = await trx
    .selectFrom('planTeam')
    .innerJoin('member', (join) =>
      join.onRef('member.workspaceId', '=', 'planTeam.workspaceId').onRef('member.id', '=', 'planTeam.memberId'),
    )
    .select(['planTeam.planId', 'member.name'])
    .where('planTeam.workspaceId', '=', workspaceId)
    .where(
      'planTeam.planId',
      'in',
      left.map(({ id }) => id),
    )
    .execute()
  for (const { id, project } of left.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const after = staying.filter(({ planId }) => planId === id).map(({ name }) => name)
    await record(
      {
        event: 'team set',
        subjectId: id,
        subject: project,
        changes: { team: { before: [...after, leaver.name].sort(), after: after.sort() } },
      },
      { scope: 'plan', scopeId: id },
    )
  }
}

/**
 * Open tasks of a member go to the lead of each plan. One event a plan and side, since titles of tasks that one side keeps to itself are told to
 * that side alone.
 * @param planId of one plan alone
 */
export async function giveTasksToLeads(
  { trx, workspaceId, record }: Context,
  leaver: Person,
  planId?: string,
): Promise<void> {
  const tasks = await trx
    .updateTable('task')
    .from('plan')
    .set((column) => ({ ownerMemberId: column.ref('plan.leadId'), promisedOn: null, promisedBy: null }))
    .whereRef('plan.workspaceId', '=', 'task.workspaceId')
    .whereRef('plan.id', '=', 'task.planId')
    .where('task.workspaceId', '=', workspaceId)
    .where('task.ownerMemberId', '=', leaver.id)
    .where('task.doneOn', 'is', null)
    .$if(planId !== undefined, (those) => those.where('task.planId', '=', planId ?? ''))
    .returning(['task.planId', 'task.title', 'task.privateTo', 'plan.leadId'])
    .execute()
  const names = await trx.selectFrom('member').select(['id', 'name']).where('workspaceId', '=', workspaceId).execute()
  const groups = new Map<string, typeof tasks>()
  for (const task of tasks) {
    const key = `${task.planId} ${task.privateTo ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), task])
  }
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = group
    if (!first) continue
    const owner = names.find(({ id }) => id === first.leadId)?.name ?? ''
    await record(
      {
        event: 'tasks taken over',
        subjectId: first.leadId,
        subject: owner,
        // The database's check holds what the column can say.
        visibleTo: first.privateTo as 'vendor' | 'customer' | null,
        changes: {
          owner: { before: leaver.name, after: owner },
          tasks: { before: null, after: group.map(({ title }) => title).sort() },
        },
      },
      { scope: 'plan', scopeId: first.planId },
    )
  }
}
