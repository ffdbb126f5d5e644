import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { isSecretOf, linkToken, readLink } from '#app/outbox/link-token.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { SharedKind } from './shared-kind.ts'

type SharedPage = { workspaceId: string; planId: string; kind: SharedKind }

/** A link that works: its row is there. */
export type StoredLink = { id: string; secretHash: string }

/**
 * Lets everyone who has the link read a page of a plan, without signing in. Switched on again, the link is another one: who had the old one
 * is not let in again.
 */
export async function switchOnLink(
  { trx, linkHash, now }: Pick<CommandContext<unknown, 'plan'>, 'trx' | 'linkHash' | 'now'>,
  page: SharedPage,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('sharedLink')
    .values({ ...page, id, secretHash: linkHash(id), createdAt: now })
    .execute()
}

/** @returns whether it was on */
export async function switchOffLink(
  trx: WorkspaceTransaction,
  { workspaceId, planId, kind }: SharedPage,
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('sharedLink')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** The link of a page while it is on. */
export const findLinkOf = (
  trx: WorkspaceReading,
  { workspaceId, planId, kind }: SharedPage,
): Promise<StoredLink | undefined> =>
  trx
    .selectFrom('sharedLink')
    .select(['id', 'secretHash'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('kind', '=', kind)
    .executeTakeFirst()

/**
 * The last part of a link's address, which is kept nowhere: it is made again from the secret of the installation.
 * @returns null where that secret is no longer kept: the link works, but only for those who have it
 */
export const tokenOf = (
  environment: Parameters<typeof linkToken>[0],
  workspaceId: string,
  { id, secretHash }: StoredLink,
): string | null => {
  const token = linkToken(environment, { workspaceId, tokenId: id, secretHash })
  const made = readLink(token)
  return made && isSecretOf(made.secret, secretHash) ? token : null
}

/** The whole address of a page while its link is on; null while it is off, and where it can no longer be shown. */
export async function findAddressOf(
  trx: WorkspaceReading,
  environment: Parameters<typeof linkToken>[0] & { appUrl: string },
  page: SharedPage,
): Promise<string | null> {
  const link = await findLinkOf(trx, page)
  const token = link ? tokenOf(environment, page.workspaceId, link) : null
  return token && new URL(paths.shared(token), environment.appUrl).href
}

/**
 * The page of a plan that a link opens; undefined for one that was switched off, and for what never was one: who has no right secret learns
 * nothing else.
 */
export async function findSharedPage(trx: WorkspaceReading, token: string) {
  const asked = readLink(token)
  if (!asked) return undefined
  const found = await trx
    .selectFrom('sharedLink')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'sharedLink.workspaceId').onRef('plan.id', '=', 'sharedLink.planId'),
    )
    .select(['sharedLink.planId', 'sharedLink.kind', 'sharedLink.secretHash'])
    .where('sharedLink.workspaceId', '=', asked.workspaceId)
    .where('sharedLink.id', '=', asked.tokenId)
    // No one of the customer could switch it off.
    .where('plan.archivedAt', 'is', null)
    .$narrowType<{ kind: SharedKind }>()
    .executeTakeFirst()
  return found && isSecretOf(asked.secret, found.secretHash) ? found : undefined
}
