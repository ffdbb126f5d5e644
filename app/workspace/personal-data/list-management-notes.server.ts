import type { WorkspaceReading } from '#db/reading.ts'

/** The notes to management that a champion wrote, and whether strangers can read them by a link. They are the customer's alone. */
export function listManagementNotes(trx: WorkspaceReading, workspaceId: string, participantId: string) {
  return trx
    .selectFrom('managementNote')
    .leftJoin('sharedLink', (join) =>
      join
        .onRef('sharedLink.workspaceId', '=', 'managementNote.workspaceId')
        .onRef('sharedLink.planId', '=', 'managementNote.planId')
        .on('sharedLink.kind', '=', 'note'),
    )
    .select(['managementNote.planId', 'why', 'byWhen', 'brings', 'asks', 'savedAt'])
    .select((of) => of('sharedLink.id', 'is not', null).as('isShared'))
    .where('managementNote.workspaceId', '=', workspaceId)
    .where('managementNote.participantId', '=', participantId)
    .orderBy('savedAt')
    .orderBy('managementNote.planId')
    .execute()
}
