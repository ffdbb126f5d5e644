import type { Parts } from '#app/kit/parts.ts'

/** A plan that a member is asked to take over. */
export type AskedHandoff = { planId: string; account: string; project: string; by: string }

/** The plans that this member is asked to take over, the longest waiting first. */
export const listAskedHandoffs = (
  { reads }: Pick<Parts, 'reads'>,
  { workspaceId, id }: { workspaceId: string; id: string },
): Promise<AskedHandoff[]> =>
  reads.in(workspaceId, (trx) =>
    trx
      .selectFrom('handoff')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'handoff.workspaceId').onRef('plan.id', '=', 'handoff.planId'),
      )
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('member as offerer', (join) =>
        join.onRef('offerer.workspaceId', '=', 'handoff.workspaceId').onRef('offerer.id', '=', 'handoff.offeredBy'),
      )
      .select(['handoff.planId', 'account.name as account', 'plan.project', 'offerer.name as by'])
      .where('handoff.workspaceId', '=', workspaceId)
      .where('handoff.receiverId', '=', id)
      .where('handoff.state', '=', 'offered')
      .orderBy('handoff.offeredAt')
      .execute(),
  )
