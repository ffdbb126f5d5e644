import type { CommandContext } from '#app/runner/command.ts'
import { endRequests } from './end-requests.server.ts'

type Context = Pick<CommandContext<unknown, 'workspace'>, 'trx' | 'workspaceId' | 'now' | 'notify' | 'record'>

/** The member who asked has left, and no one else knows of the deal: what they asked for and planned ends on each plan, which is locked by now. */
export async function endRequestsOfMember(context: Context, member: { id: string; name: string }): Promise<void> {
  const { trx, workspaceId, record } = context
  const plans = await trx
    .selectFrom('referenceRequest')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.workspaceId', '=', 'referenceRequest.workspaceId')
        .onRef('plan.id', '=', 'referenceRequest.planId'),
    )
    .distinct()
    .select(['plan.id', 'plan.project'])
    .where('referenceRequest.workspaceId', '=', workspaceId)
    .where('memberId', '=', member.id)
    .where('referenceRequest.state', 'in', ['asked', 'accepted'])
    .orderBy('plan.id')
    .execute()
  for (const { id, project } of plans) {
    const ended = await endRequests(context, {
      ...{ planId: id, by: member.name, event: 'member left' },
      keeps: ({ memberId }) => memberId !== member.id,
    })
    if (ended === 0) continue
    const scope = { scope: 'plan', scopeId: id } as const
    await record({ event: 'call cancelled', subjectId: id, subject: project, changes: {} }, scope)
  }
}
