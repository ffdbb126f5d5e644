import type { WorkspaceReading } from '#db/reading.ts'

/** The handoffs of a workspace, each with its giver and its receiver. */
export const handoffsWithMembers = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('handoff')
    .innerJoin('member as giver', (join) =>
      join.onRef('giver.workspaceId', '=', 'handoff.workspaceId').onRef('giver.id', '=', 'handoff.giverId'),
    )
    .innerJoin('member as receiver', (join) =>
      join.onRef('receiver.workspaceId', '=', 'handoff.workspaceId').onRef('receiver.id', '=', 'handoff.receiverId'),
    )
    .where('handoff.workspaceId', '=', workspaceId)
