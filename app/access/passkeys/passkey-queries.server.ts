import type { WorkspaceReading } from '#db/reading.ts'
import type { Parts } from '#app/kit/parts.ts'

export type PasskeyLine = {
  id: string
  name: string
  /** Whether its owner’s devices share it. */
  synced: boolean
  createdAt: string
  lastUsedAt: string | null
}

const passkeysOf = (trx: WorkspaceReading, workspaceId: string, memberId: string) =>
  trx
    .selectFrom('passkey')
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .orderBy('createdAt')
    .orderBy('id')

/** A member's passkeys, the oldest first. */
export const listPasskeys = (
  { reads }: Pick<Parts, 'reads'>,
  workspaceId: string,
  memberId: string,
): Promise<PasskeyLine[]> =>
  reads.in(workspaceId, async (trx) => {
    const rows = await passkeysOf(trx, workspaceId, memberId)
      .select(['id', 'name', 'synced', 'createdAt', 'lastUsedAt'])
      .execute()
    return rows.map(({ createdAt, lastUsedAt, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }))
  })

/** The known passkeys for an authenticator, so that it makes no second one for the same member. */
export const listCredentials = (trx: WorkspaceReading, workspaceId: string, memberId: string) =>
  passkeysOf(trx, workspaceId, memberId).select(['credentialId', 'transports']).execute()
