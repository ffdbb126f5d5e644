import type { WorkspaceReading } from '#db/reading.ts'
import type { Erasable } from '../erasure/model.ts'

type Asked = { trx: WorkspaceReading; workspaceId: string; person: Pick<Erasable, 'kind' | 'id'> }

/** When a person signed in, and on which devices. */
export function listSignIns({ trx, workspaceId, person }: Asked) {
  return trx
    .selectFrom('session')
    .select(['createdAt', 'seenAt', 'expiresAt', 'endedAt', 'device'])
    .where('workspaceId', '=', workspaceId)
    .where(person.kind === 'member' ? 'memberId' : 'participantId', '=', person.id)
    .orderBy('createdAt', 'desc')
    .execute()
}
