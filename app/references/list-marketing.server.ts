import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'

/** Where the emails to marketing lead: to the board, signed in by a single-use link. */
export const toReferences: NewNotice['link'] = { kind: 'return', planId: null, next: '/references' }

/** Who has the marketing role at this moment. */
export function listMarketing(
  trx: WorkspaceReading,
  workspaceId: string,
): Promise<{ memberId: string; address: string; name: string }[]> {
  return trx
    .selectFrom('member')
    .select(['id as memberId', 'email as address', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('removedAt', 'is', null)
    .where(sql<boolean>`'marketing' = any(roles)`)
    .orderBy('email')
    .execute()
}
