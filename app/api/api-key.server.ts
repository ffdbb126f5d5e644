import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Actor } from '#app/access/policy.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const format = new RegExp(`^Bearer +fw_(${uuid})_(${uuid})_([\\w-]{43})$`, 'i')

type NewKey = {
  workspaceId: string
  name: string
  /** On whose behalf it works. */
  memberId: string
  /** Given where a key must come out the same again: the demo's. */
  id?: string
  secret?: string
}

/** Writes a key; what is returned is shown once, the database keeps only the secret's hash. */
export async function issueApiKey(
  trx: WorkspaceTransaction,
  { workspaceId, name, memberId, id = newId(), secret = randomBytes(32).toString('base64url') }: NewKey,
  now: Date,
): Promise<string> {
  await trx
    .insertInto('apiKey')
    .values({ workspaceId, id, name, memberId, secretHash: hash(secret), createdAt: now })
    .execute()
  return apiKeyText({ workspaceId, id, secret })
}

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

/** Whose key the request carries as `Authorization: Bearer`; null for none, a wrong or a revoked one. */
export async function findApiKey(
  parts: Pick<Parts, 'db'>,
  request: Request,
): Promise<Extract<Actor, { kind: 'api-key' }> | null> {
  const [, workspaceId, id, secret] = format.exec(request.headers.get('authorization') ?? '') ?? []
  if (!workspaceId || !id || !secret) return null
  const key = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .selectFrom('apiKey')
      .innerJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'apiKey.workspaceId').onRef('member.id', '=', 'apiKey.memberId'),
      )
      .select(['apiKey.name', 'apiKey.secretHash'])
      .where('apiKey.workspaceId', '=', workspaceId)
      .where('apiKey.id', '=', id)
      .where('apiKey.revokedAt', 'is', null)
      .where('member.removedAt', 'is', null)
      .executeTakeFirst(),
  )
  if (!key || !timingSafeEqual(Buffer.from(key.secretHash), Buffer.from(hash(secret)))) return null
  return { kind: 'api-key', workspaceId, id, name: key.name }
}
