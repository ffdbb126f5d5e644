import type { WorkspaceReading } from '#db/reading.ts'

/** What a participant measured, said and confirmed of wins. */
export async function listSaidOfWins(
  trx: WorkspaceReading,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
) {
  const [confirmedWins, measurements, confirmedOtherWins, saidOfWins] = await Promise.all([
    trx
      .selectFrom('winResult')
      .select(['planId', 'statement', 'measure', 'unit', 'baseline', 'target', 'measured', 'reachedOn', 'confirmedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('participantId', '=', participantId)
      .orderBy('confirmedAt')
      .execute(),
    trx
      .selectFrom('measurement')
      .select(['planId', 'measured', 'measuredOn', 'note', 'createdAt'])
      .where('workspaceId', '=', workspaceId)
      .where('participantId', '=', participantId)
      .execute(),
    trx
      .selectFrom('furtherWin')
      .select((win) => win.fn.coalesce('confirmedStatement', 'statement').as('statement'))
      .select(['id', 'planId', 'measure', 'unit', 'baseline', 'target', 'measured'])
      .select(['reachedOn', 'confirmedOn'])
      .where('workspaceId', '=', workspaceId)
      .where('participantId', '=', participantId)
      .where('measured', 'is not', null)
      .orderBy('confirmedOn')
      .orderBy('id')
      .execute(),
    trx
      .selectFrom('winAnswer')
      .select(['planId', 'kind', 'text', 'measureOn', 'at'])
      .where('workspaceId', '=', workspaceId)
      .where('personId', '=', participantId)
      .execute(),
  ])
  return { confirmedWins, confirmedOtherWins, measurements, saidOfWins }
}
