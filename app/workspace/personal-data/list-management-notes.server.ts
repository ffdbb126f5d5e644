import type { WorkspaceReading } from '#db/reading.ts'

/**
 * The notes to management that a champion wrote, and whether strangers can read them by a link, which is that of the champion of now. They are the
 * customer's alone.
 */
export function listManagementNotes(trx: WorkspaceReading, workspaceId: string, participantId: string) {
  return trx
    .selectFrom('managementNote')
    .leftJoin('sharedLink', (join) =>
      join
        .onRef('sharedLink.workspaceId', '=', 'managementNote.workspaceId')
        .onRef('sharedLink.planId', '=', 'managementNote.planId')
        .on('sharedLink.kind', '=', 'note'),
    )
    .leftJoin('planParticipant as champion', (join) =>
      join
        .onRef('champion.workspaceId', '=', 'managementNote.workspaceId')
        .onRef('champion.planId', '=', 'managementNote.planId')
        .onRef('champion.participantId', '=', 'managementNote.participantId')
        .on('champion.role', '=', 'champion')
        .on('champion.removedAt', 'is', null),
    )
    .select(['managementNote.planId', 'why', 'byWhen', 'brings', 'asks', 'savedAt'])
    .select((of) =>
      of.and([of('sharedLink.id', 'is not', null), of('champion.participantId', 'is not', null)]).as('isShared'),
    )
    .where('managementNote.workspaceId', '=', workspaceId)
    .where('managementNote.participantId', '=', participantId)
    .orderBy('savedAt')
    .orderBy('managementNote.planId')
    .execute()
}
