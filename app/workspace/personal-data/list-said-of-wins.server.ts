import type { WorkspaceReading } from '#db/reading.ts'

/** What a participant measured, said and confirmed of wins. */
export async function listSaidOfWins(
  trx: WorkspaceReading,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
) {
  const confirmedWins = await trx
    .selectFrom('winResult')
    .select(['planId', 'statement', 'measure', 'unit', 'baseline', 'target', 'measured', 'reachedOn', 'confirmedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
  const measurements = await trx
    .selectFrom('measurement')
    .select(['planId', 'measured', 'measuredOn', 'note', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
  const confirmedOtherWins = await trx
    .selectFrom('furtherWin')
    .select(['planId', 'statement', 'measure', 'unit', 'baseline', 'target', 'measured', 'reachedOn', 'confirmedOn'])
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', participantId)
    .execute()
  const saidOfWins = await trx
    .selectFrom('winAnswer')
    .select(['planId', 'kind', 'text', 'measureOn', 'at'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', participantId)
    .execute()
  return { confirmedWins, confirmedOtherWins, measurements, saidOfWins }
}
