import type { WorkspaceReading } from '#db/reading.ts'
import { findBlockedAddress } from '#app/outbox/blocked-address.server.ts'
import type { Erasable } from '../erasure/model.ts'

/** What decides which emails a person gets: their choices, and why nothing is sent to their address, where that is so. */
export const getEmailSettings = async (trx: WorkspaceReading, workspaceId: string, { id, email }: Erasable) => ({
  emailChoices: await trx
    .selectFrom('emailChoice')
    .select(['rhythm', 'timeZone', 'silent', 'chosenAt'])
    .where('workspaceId', '=', workspaceId)
    .where('readerId', '=', id)
    .execute(),
  blockedAddress: (await findBlockedAddress(trx, { workspaceId, address: email })) ?? null,
})
