import type { WorkspaceReading } from '#db/reading.ts'

/** When a person has looked at each plan last, as far as that was noted. */
export const listVisits = (
  trx: WorkspaceReading,
  { workspaceId, readerId }: { workspaceId: string; readerId: string },
) =>
  trx
    .selectFrom('planVisit')
    .select(['planId', 'seenAt'])
    .where('workspaceId', '=', workspaceId)
    .where('readerId', '=', readerId)
    .orderBy('seenAt')
    .execute()
