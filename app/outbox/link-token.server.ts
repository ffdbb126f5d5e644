import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import { newId, uuidFormat } from '#app/kit/ids.ts'
import { type LinkKeys, secretsOf } from '#app/kit/link-keys.ts'
import { paths } from '#app/kit/paths.ts'
import { type LinkKind, type LinkSettings, isAskedFor, lifetimeOf, linkKinds } from './link-lifetimes.ts'

export type NewLink = {
  kind: LinkKind
  planId: string | null
  memberId?: string
  participantId?: string
  /** Set where an earlier invitation stays good: a reminder that is late, or lost, must leave no one without a link. */
  keepsOlder?: true
}

/**
 * The secret of a link: HMAC-SHA256 (RFC 2104) of the token's id under LINK_SECRET, so that an email sent again carries the same
 * link while the database holds only a hash. The number behind the id is a part of all links that were
 * ever sent: the column `generation`, always 1, stays until no build that reads it can still serve.
 */
export const linkSecret = (environment: Pick<Environment, 'linkSecret'>, tokenId: string): string =>
  createHmac('sha256', environment.linkSecret).update(`${tokenId}:1`).digest('base64url')

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** A new secret of a link as the database keeps it. @param id of the link, which no other has */
export const newSecretHash = (environment: Pick<Environment, 'linkSecret'>, id: string): string =>
  hash(linkSecret(environment, id))

/** Whether a secret is the one that the database keeps the hash of. */
export const isSecretOf = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(secretHash), Buffer.from(hash(secret)))

/**
 * Writes a link for one person; the id stands for it in a notice. One that someone asked for ends all older ones of that person, an
 * invitation those to its plan; the link of an ordinary email leaves the others alone.
 */
export async function issueLink(
  environment: LinkSettings,
  trx: WorkspaceTransaction,
  workspaceId: string,
  link: NewLink,
  now: Date,
): Promise<string> {
  const { kind, planId, memberId, participantId, keepsOlder } = link
  if (isAskedFor(kind) || (kind === 'invitation' && !keepsOlder)) await endOlder(trx, workspaceId, link, now)
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
      secretHash: newSecretHash(environment, id),
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeOf(kind, environment)),
    })
    .execute()
  return id
}

/**
 * Gives a link its whole time again, before its email leaves: the time that the email names runs from then. A link that was used or
 * ended stays so.
 */
export async function renewLink(
  environment: LinkSettings,
  trx: WorkspaceTransaction,
  { workspaceId, tokenId, now }: { workspaceId: string; tokenId: string; now: Date },
): Promise<void> {
  const link = await trx
    .selectFrom('linkToken')
    .select('kind')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tokenId)
    .where('kind', 'in', linkKinds)
    .$narrowType<{ kind: LinkKind }>()
    .executeTakeFirst()
  if (!link) return
  await trx
    .updateTable('linkToken')
    .set({ expiresAt: new Date(now.getTime() + lifetimeOf(link.kind, environment)) })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tokenId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .execute()
}

/**
 * Ends older unused links. Links in emails that are still to be sent stay, so that a later request does not break them; older
 * links of the same kind end in any case.
 */
async function endOlder(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, planId, memberId, participantId }: NewLink,
  now: Date,
): Promise<void> {
  let older = trx
    .updateTable('linkToken')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('kind', '<>', 'demo')
    .where((where) =>
      memberId ? where('memberId', '=', memberId) : where('participantId', '=', participantId ?? null),
    )
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('kind', '=', kind),
        not(
          exists(
            selectFrom('notice')
              .select('notice.id')
              .where('notice.workspaceId', '=', workspaceId)
              .where('notice.state', '=', 'waiting')
              .whereRef('notice.linkTokenId', '=', 'linkToken.id'),
          ),
        ),
      ]),
    )
  if (kind === 'invitation') older = older.where('planId', planId ? '=' : 'is', planId)
  await older.execute()
}

type LinkPlace = {
  workspaceId: string
  tokenId: string
  /** As the database keeps it: of a link that may have been made under an earlier LINK_SECRET. */
  secretHash?: string
}

/** The address of a link, built from APP_URL only, as it was when the link was made. */
export const linkUrl = (environment: Pick<Environment, 'appUrl'> & LinkKeys, place: LinkPlace): string =>
  new URL(paths.link(linkToken(environment, place)), environment.appUrl).href

/** The last part of a link's address. */
export function linkToken(environment: LinkKeys, { workspaceId, tokenId, secretHash }: LinkPlace): string {
  const secrets = secretsOf(environment).map((secret) => linkSecret({ linkSecret: secret }, tokenId))
  const secret = secrets.find((it) => secretHash === undefined || hash(it) === secretHash) ?? secrets[0]
  return `${workspaceId}.${tokenId}.${secret}`
}

export type LinkParts = { workspaceId: string; tokenId: string; secret: string }

const format = new RegExp(`^(${uuidFormat})\\.(${uuidFormat})\\.([\\w-]{43})[^\\w-]*$`)

/** Parses the last part of a link, ignoring a full stop or bracket copied after it; undefined when it is not one of ours. */
export function readLink(text: string): LinkParts | undefined {
  const [, workspaceId, tokenId, secret] = format.exec(text) ?? []
  return workspaceId && tokenId && secret ? { workspaceId, tokenId, secret } : undefined
}

/** The stored link that the secret belongs to, used or not; locked when `lock` is given. */
export async function findLink(trx: WorkspaceReading, { workspaceId, tokenId, secret }: LinkParts, lock = false) {
  let query = trx
    .selectFrom('linkToken')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', tokenId)
    .$narrowType<{ kind: LinkKind }>()
  if (lock) query = query.forUpdate()
  const link = await query.executeTakeFirst()
  if (!link) return undefined
  return isSecretOf(secret, link.secretHash) ? link : undefined
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
