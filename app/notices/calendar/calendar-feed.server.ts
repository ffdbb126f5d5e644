import type { WorkspaceReading } from '#db/reading.ts'
import { inWorkspace } from '#db/workspace.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { isSecretOf, linkToken, newSecretHash, readLink } from '#app/outbox/link-token.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'

type Reader = Pick<PersonActor, 'workspaceId' | 'id' | 'name'>

const feedsOf = (trx: WorkspaceReading, { workspaceId, id }: Reader) =>
  trx
    .selectFrom('calendarFeed')
    .select(['id', 'secretHash'])
    .where('workspaceId', '=', workspaceId)
    .where('readerId', '=', id)

/**
 * The last part of the address of a person's calendar, which is kept nowhere: it is made again from the secret of the installation.
 * @returns undefined while there is none; null where that secret is no longer kept
 */
export async function findFeedToken(
  { reads, environment }: Pick<Parts, 'reads' | 'environment'>,
  reader: Reader,
): Promise<string | null | undefined> {
  const feed = await reads.in(reader.workspaceId, (trx) => feedsOf(trx, reader).executeTakeFirst())
  if (!feed) return undefined
  const token = linkToken(environment, {
    workspaceId: reader.workspaceId,
    tokenId: feed.id,
    secretHash: feed.secretHash,
  })
  const made = readLink(token)
  return made && isSecretOf(made.secret, feed.secretHash) ? token : null
}

/** Makes the address of a person's calendar, which ends the one before. Like a session, it lets in; so the security log says so. */
export const renewFeed = (parts: Pick<Parts, 'db' | 'clock' | 'environment'>, reader: Reader): Promise<void> =>
  inWorkspace(parts.db, reader.workspaceId, async (trx) => {
    const { workspaceId } = reader
    const now = parts.clock.now()
    const id = newId()
    const made = { id, secretHash: newSecretHash(parts.environment, id), createdAt: now }
    await trx
      .insertInto('calendarFeed')
      .values({ workspaceId, readerId: reader.id, ...made })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'readerId']).doUpdateSet(made))
      .execute()
    await writeSecurityEvent(trx, workspaceId, { kind: 'calendar link made', person: reader }, now)
  })

/** Ends the address of a person's calendar; where there is none, nothing happens. */
export const endFeed = (parts: Pick<Parts, 'db' | 'clock'>, reader: Reader): Promise<void> =>
  inWorkspace(parts.db, reader.workspaceId, async (trx) => {
    const { workspaceId, id } = reader
    const { numDeletedRows } = await trx
      .deleteFrom('calendarFeed')
      .where('workspaceId', '=', workspaceId)
      .where('readerId', '=', id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) return
    await writeSecurityEvent(trx, workspaceId, { kind: 'calendar link ended', person: reader }, parts.clock.now())
  })

/** Whose calendar an address opens; undefined for one that was ended, and for what never was one. */
export async function findFeedReader(
  trx: WorkspaceReading,
  asked: NonNullable<ReturnType<typeof readLink>>,
): Promise<string | undefined> {
  const feed = await trx
    .selectFrom('calendarFeed')
    .select(['readerId', 'secretHash'])
    .where('workspaceId', '=', asked.workspaceId)
    .where('id', '=', asked.tokenId)
    .executeTakeFirst()
  return feed && isSecretOf(asked.secret, feed.secretHash) ? feed.readerId : undefined
}
