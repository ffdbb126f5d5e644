import { paths } from '#app/kit/paths.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { tellNewServices } from '../core/tell-services.server.ts'

type Context = Pick<CommandContext<unknown, 'workspace'>, 'trx' | 'workspaceId' | 'record' | 'notify' | 'actor'>
type Person = { id: string; name: string }

/**
 * Gives plans of one lead another one, who joins their teams. Each plan's activity says so, the customer's people who have joined are told with
 * their email of the day, and a new lead of services is asked to look at the first win.
 * @param event whether the new lead took them over, or they were assigned
 */
export async function changeLead(
  context: Context,
  planIds: readonly string[],
  { from, to, event }: { from: Person; to: Person; event: 'lead taken over' | 'lead handed over' },
): Promise<void> {
  const { trx, workspaceId, record } = context
  await trx
    .updateTable('plan')
    .set({ leadId: to.id })
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', planIds)
    .execute()
  await trx
    .insertInto('planTeam')
    .values(planIds.map((planId) => ({ workspaceId, planId, memberId: to.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const planId of planIds)
    await record(
      { event, subjectId: to.id, subject: to.name, changes: { lead: { before: from.name, after: to.name } } },
      { scope: 'plan', scopeId: planId },
    )
  await tellCustomers(context, planIds, { from, to })
  await tellOfWins(context, planIds, to)
}

/** Who has never opened the plan does not know its lead yet. */
async function tellCustomers(
  { trx, workspaceId, notify }: Context,
  planIds: readonly string[],
  { from, to }: { from: Person; to: Person },
) {
  const { jobTitle } = await trx
    .selectFrom('member')
    .select('jobTitle')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', to.id)
    .executeTakeFirstOrThrow()
  const seats = await trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('plan.id', '=', 'planParticipant.planId'),
    )
    .select(['planParticipant.planId', 'participant.id as participantId', 'participant.email as address'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', 'in', planIds)
    .where('planParticipant.removedAt', 'is', null)
    .where('planParticipant.joinedAt', 'is not', null)
    .where('plan.archivedAt', 'is', null)
    .where('plan.state', '<>', 'lost')
    .orderBy('planParticipant.planId')
    .orderBy('participant.id')
    .execute()
  for (const { planId, ...person } of seats)
    await notify({
      kind: 'lead-changed',
      facts: { lead: to.name, jobTitle, before: from.name },
      to: person,
      planId,
      link: { kind: 'return', planId },
    })
}

/** A new lead of services is asked to look at the first win of each plan. */
async function tellOfWins(context: Context, planIds: readonly string[], to: Person) {
  const rows = await context.trx
    .selectFrom('plan')
    .select(['id', 'leadId', 'state', 'archivedAt', 'winVersion', 'winLookedVersion'])
    .select(['winStatement', 'winMeasure', 'winUnit', 'winBaseline', 'winTarget', 'winBy', 'winAnnouncedTo'])
    .where('workspaceId', '=', context.workspaceId)
    .where('id', 'in', planIds)
    .orderBy('id')
    .execute()
  for (const row of rows) await tellNewServices({ ...context, row }, [to.id])
}

/** Tells a member, with their email of the day, that they lead the plans of someone who has left. */
export async function tellNewLead(
  { notify, actor }: Context,
  planIds: readonly string[],
  { from, to }: { from: Person; to: Person & { email: string } },
): Promise<void> {
  if (to.id === actor.id) return
  for (const planId of planIds)
    await notify({
      kind: 'lead-given',
      facts: { by: actor.name, leaver: from.name },
      to: { memberId: to.id, address: to.email },
      planId,
      link: { path: paths.plan(planId) },
    })
}
