import type { WorkspaceReading } from '#db/reading.ts'

/**
 * The confirmed wins of a workspace, each with its plan, its customer and, where there is one, its reference: what the board lists, and of it the
 * library those that `isReferenceUsable`.
 */
export const confirmedWins = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('winResult')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
    )
    .innerJoin('account', (join) =>
      join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
    )
    .leftJoin('reference', (join) =>
      join
        .onRef('reference.workspaceId', '=', 'winResult.workspaceId')
        .onRef('reference.planId', '=', 'winResult.planId'),
    )
    .where('winResult.workspaceId', '=', workspaceId)
