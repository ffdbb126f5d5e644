import type { WorkspaceReading } from '#db/reading.ts'

/** What a participant asked for or accepted of what was sold. */
export const listOwnCapabilities = (trx: WorkspaceReading, workspaceId: string, participantId: string) =>
  trx
    .selectFrom('capability')
    .select(['planId', 'need', 'why', 'askedBy', 'acceptedOn', 'acceptedBy'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(({ or, eb }) => or([eb('askerId', '=', participantId), eb('acceptorId', '=', participantId)]))
    .orderBy('createdAt')
    .execute()
