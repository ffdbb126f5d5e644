import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { askedForLifetime } from '#app/outbox/link-lifetimes.ts'
import type { SessionOwner } from '../core/session.server.ts'
import { countedFor, pauseAfter } from './link-pause.ts'

/** What came of a request for a link: it goes now, or the one that was sent `at` that time still works. */
export type LinkSent = { status: 'sent' } | { status: 'still works'; at: Date }

/**
 * The link that a person was sent a moment ago, after others, and has not used. A further request is led to that email, so that
 * no one can fill a mailbox, and no one's requests keep its owner from a link that works: once it is used, the next
 * request sends one at once. Locks the person's row, so that of two requests at once only one sends.
 * @returns when it was sent; none where a new one may go
 */
export async function findWorkingLink(
  { clock, environment }: Pick<Parts, 'clock' | 'environment'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { memberId, participantId }: SessionOwner,
): Promise<Date | undefined> {
  const [table, id] =
    memberId === undefined ? (['participant', participantId] as const) : (['member', memberId] as const)
  await trx
    .selectFrom(table)
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  const now = clock.now()
  const links = await trx
    .selectFrom('linkToken')
    .select(['createdAt', 'usedAt', 'revokedAt'])
    .where('workspaceId', '=', workspaceId)
    .where(memberId === undefined ? 'participantId' : 'memberId', '=', id)
    .where('kind', 'in', ['sign-in', 'entry'])
    .where('createdAt', '>', new Date(now.getTime() - countedFor))
    .execute()
  // A new one revokes the others, so there is one at most.
  const working = links.find(({ usedAt, revokedAt }) => !usedAt && !revokedAt)
  if (!working) return undefined
  const lastUse = Math.max(0, ...links.map(({ usedAt }) => usedAt?.getTime() ?? 0))
  const unused = links.filter(({ createdAt }) => createdAt.getTime() > lastUse).length
  const pause = pauseAfter(unused, askedForLifetime(environment))
  return now.getTime() - working.createdAt.getTime() < pause ? working.createdAt : undefined
}
