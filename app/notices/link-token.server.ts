import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import { newId } from '#app/kit/ids.ts'

export const linkKinds = ['sign-in', 'invitation', 'return', 'demo'] as const
export type LinkKind = (typeof linkKinds)[number]

const day = 24 * 60 * 60 * 1000
/** How long a link of each kind lets its owner in, in milliseconds. */
export const lifetimes: Record<LinkKind, number> = {
  'sign-in': 15 * 60 * 1000,
  invitation: 14 * day,
  return: 14 * day,
  demo: 3650 * day,
}

export type NewLink = { kind: LinkKind; planId: string | null; memberId?: string; participantId?: string }

/**
 * The secret of a link: HMAC-SHA256 (RFC 2104) of token id and generation under LINK_SECRET, so that an email sent again carries
 * the same link while the database holds only a hash.
 */
export const linkSecret = (environment: Pick<Environment, 'linkSecret'>, tokenId: string, generation: number): string =>
  createHmac('sha256', environment.linkSecret).update(`${tokenId}:${generation}`).digest('base64url')

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** Writes a link for one person and ends their older ones of the same kind and plan; the id stands for it in a notice. */
export async function issueLink(
  environment: Pick<Environment, 'linkSecret'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, planId, memberId, participantId }: NewLink,
  now: Date,
): Promise<string> {
  if (kind === 'sign-in' || kind === 'invitation')
    await trx
      .updateTable('linkToken')
      .set({ revokedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', kind)
      .where((where) =>
        memberId ? where('memberId', '=', memberId) : where('participantId', '=', participantId ?? null),
      )
      .where('planId', planId ? '=' : 'is', planId)
      .where('usedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .execute()
  const id = newId()
  await trx
    .insertInto('linkToken')
    .values({
      workspaceId,
      id,
      kind,
      memberId: memberId ?? null,
      participantId: participantId ?? null,
      planId,
      secretHash: hash(linkSecret(environment, id, 1)),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimes[kind]),
    })
    .execute()
  return id
}

/** The address of a link, built from APP_URL only. */
export const linkUrl = (
  environment: Pick<Environment, 'appUrl' | 'linkSecret'>,
  { workspaceId, tokenId, generation }: { workspaceId: string; tokenId: string; generation: number },
): string =>
  new URL(`/link/${workspaceId}.${tokenId}.${linkSecret(environment, tokenId, generation)}`, environment.appUrl).href

export type LinkParts = { workspaceId: string; tokenId: string; secret: string }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const format = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`)

/** Takes a link's last part to pieces; undefined when it is not one of ours. */
export function readLink(text: string): LinkParts | undefined {
  const [, workspaceId, tokenId, secret] = format.exec(text) ?? []
  return workspaceId && tokenId && secret ? { workspaceId, tokenId, secret } : undefined
}

/** The stored link that the secret belongs to, used or not; locked when `lock` is given. */
export async function findLink(trx: WorkspaceTransaction, { workspaceId, tokenId, secret }: LinkParts, lock = false) {
  let query = trx.selectFrom('linkToken').selectAll().where('workspaceId', '=', workspaceId).where('id', '=', tokenId)
  if (lock) query = query.forUpdate()
  const link = await query.executeTakeFirst()
  if (!link) return undefined
  return timingSafeEqual(Buffer.from(link.secretHash), Buffer.from(hash(secret))) ? link : undefined
}

/** Marks a link as used; the demo's can be used again and again. */
export async function useUp(
  trx: WorkspaceTransaction,
  link: { workspaceId: string; id: string; kind: string },
  now: Date,
) {
  if (link.kind === 'demo') return
  await trx
    .updateTable('linkToken')
    .set({ usedAt: now })
    .where('workspaceId', '=', link.workspaceId)
    .where('id', '=', link.id)
    .execute()
}
