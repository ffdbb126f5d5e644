import type { WorkspaceReading } from '#db/reading.ts'
import type { Erasable } from '../erasure/model.ts'

/**
 * Requests for a reference call: those that a participant was asked for, as the participant reads them, or those that a member
 * made. What the other one answered, or keeps about the deal, is not in it.
 */
export function listReferenceCalls(trx: WorkspaceReading, workspaceId: string, { kind, id }: Erasable) {
  const requests = trx
    .selectFrom('referenceRequest')
    .select([
      'planId',
      'kind',
      'state',
      'deal',
      'why',
      'times',
      'timeZone',
      'askedAt',
      'chosenAt',
      'answeredAt',
      'endedAt',
    ])
    .where('workspaceId', '=', workspaceId)
    .orderBy('askedAt')
    .orderBy('id')
  if (kind === 'member')
    return requests.select(['region', 'competitor', 'tookPlace']).where('memberId', '=', id).execute()
  return requests.select('answer').where('participantId', '=', id).execute()
}
