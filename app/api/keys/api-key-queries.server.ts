import type { Parts } from '#app/kit/parts.ts'
import { bounds } from '#app/kit/limits.ts'

export type ApiKeyRow = {
  id: string
  name: string
  /** On whose behalf it works. */
  member: string
  scopes: string[]
  createdAt: Date
  lastUsedAt: Date | null
  /** Null for one that ends only by being revoked. */
  expiresAt: Date | null
  state: 'works' | 'expired' | 'revoked'
}

/** The keys of a workspace: working ones first, the newest of them first. Old ones that no longer work are left out. */
export const listApiKeys = (
  { reads, clock }: Pick<Parts, 'reads' | 'clock'>,
  workspaceId: string,
): Promise<ApiKeyRow[]> =>
  reads.in(workspaceId, async (trx) => {
    const rows = await trx
      .selectFrom('apiKey')
      .innerJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'apiKey.workspaceId').onRef('member.id', '=', 'apiKey.memberId'),
      )
      .select(['apiKey.id', 'apiKey.name', 'member.name as member', 'scopes', 'apiKey.createdAt'])
      .select(['lastUsedAt', 'expiresAt', 'revokedAt'])
      .where('apiKey.workspaceId', '=', workspaceId)
      .orderBy((order) => order.case().when('revokedAt', 'is', null).then(0).else(1).end())
      .orderBy('apiKey.createdAt', 'desc')
      .limit(2 * bounds.apiKeys)
      .execute()
    const now = clock.now()
    const keys = rows.map(({ revokedAt, ...row }): ApiKeyRow => {
      const hasExpired = row.expiresAt !== null && row.expiresAt <= now
      return { ...row, state: revokedAt ? 'revoked' : hasExpired ? 'expired' : 'works' }
    })
    return [...keys.filter(({ state }) => state === 'works'), ...keys.filter(({ state }) => state !== 'works')]
  })
