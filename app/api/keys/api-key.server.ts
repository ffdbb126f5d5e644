import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/policy/policy.ts'
import { type ApiScope, apiScopes } from '#app/policy/api-scopes.ts'
import { newId, uuidFormat } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { minute } from '#app/kit/durations.ts'

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** The last use is written at most once a minute, so that a busy key does not write with each request. */
const usedEvery = minute

const format = new RegExp(`^Bearer +fw_(${uuidFormat})_(${uuidFormat})_([\\w-]{43})$`, 'i')

type NewKey = {
  workspaceId: string
  name: string
  /** On whose behalf it works. */
  memberId: string
  /** Given where a key must come out the same again: the demo's. */
  id?: string
  secret?: string
}

/** A random secret, and its hash, which alone is stored. */
export const newApiKeySecret = () => {
  const secret = randomBytes(32).toString('base64url')
  return { secret, secretHash: hash(secret) }
}

type KeyRow = {
  workspaceId: string
  id: string
  secretHash: string
  name: string
  memberId: string
  scopes?: readonly ApiScope[]
  expiresAt?: Date | null
}

/** Writes a key whose secret someone else holds. */
export async function insertApiKey(
  trx: WorkspaceTransaction,
  { scopes = apiScopes, expiresAt = null, ...key }: KeyRow,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('apiKey')
    .values({ ...key, scopes: [...scopes], expiresAt, createdAt: now })
    .execute()
}

/** Writes a key; what is returned is shown once, the database keeps only the secret's hash. */
export async function issueApiKey(
  trx: WorkspaceTransaction,
  { workspaceId, name, memberId, id = newId(), secret = newApiKeySecret().secret }: NewKey,
  now: Date,
): Promise<string> {
  await insertApiKey(trx, { workspaceId, id, name, memberId, secretHash: hash(secret) }, now)
  return apiKeyText({ workspaceId, id, secret })
}

/** A key as programs send it: its workspace and id in the clear, then the secret. */
export const apiKeyText = ({ workspaceId, id, secret }: { workspaceId: string; id: string; secret: string }) =>
  `fw_${workspaceId}_${id}_${secret}`

/** Ends every key that works on behalf of a member. */
export async function revokeApiKeysOf(trx: WorkspaceTransaction, workspaceId: string, memberId: string, now: Date) {
  await trx
    .updateTable('apiKey')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .execute()
}

/** Whose key the request carries as `Authorization: Bearer`; null for none, a wrong one, and one that was revoked or ran out. */
export async function findApiKey(
  parts: Pick<Parts, 'db' | 'clock'>,
  request: Request,
): Promise<Extract<Actor, { kind: 'api-key' }> | null> {
  const [, workspaceId, id, secret] = format.exec(request.headers.get('authorization') ?? '') ?? []
  if (!workspaceId || !id || !secret) return null
  const now = parts.clock.now()
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const key = await trx
      .selectFrom('apiKey')
      .innerJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'apiKey.workspaceId').onRef('member.id', '=', 'apiKey.memberId'),
      )
      .select(['apiKey.name', 'apiKey.secretHash', 'apiKey.scopes', 'apiKey.lastUsedAt'])
      .where('apiKey.workspaceId', '=', workspaceId)
      .where('apiKey.id', '=', id)
      .where('apiKey.revokedAt', 'is', null)
      .where('member.removedAt', 'is', null)
      .where((where) => where.or([where('apiKey.expiresAt', 'is', null), where('apiKey.expiresAt', '>', now)]))
      .executeTakeFirst()
    if (!key || !timingSafeEqual(Buffer.from(key.secretHash), Buffer.from(hash(secret)))) return null
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > usedEvery)
      await trx
        .updateTable('apiKey')
        .set({ lastUsedAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
    const scopes = apiScopes.filter((scope) => key.scopes.includes(scope))
    return { kind: 'api-key', workspaceId, id, name: key.name, scopes }
  })
}
