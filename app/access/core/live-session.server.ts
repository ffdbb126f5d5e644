import type { WorkspaceReading } from '#db/reading.ts'
import { day, hour } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import type { SecretCookie } from './secret-cookies.server.ts'

/** The last use is written at most this often, so that reading a page does not write each time. */
const seenEvery = hour

/** What decides whether a session still lasts. */
export type SessionTimes = {
  now: Date
  /** A session that was not used since is over. */
  idleSince: Date
}

/** Now, and since when a session must have been used to still last; by the app's clock. */
export function sessionTimes({ clock, environment }: Pick<Parts, 'clock' | 'environment'>): SessionTimes {
  const now = clock.now()
  return { now, idleSince: new Date(now.getTime() - environment.sessionIdleDays * day) }
}

/** The session of a cookie while it lasts. Whether the cookie's secret is right is for the caller to find out, with `matchesHash`. */
export const liveSession = (
  trx: WorkspaceReading,
  { now, idleSince }: SessionTimes,
  { workspaceId, id }: Pick<SecretCookie, 'workspaceId' | 'id'>,
) => liveSessions(trx, { now, idleSince }, workspaceId).where('session.id', '=', id)

const liveSessions = (trx: WorkspaceReading, { now, idleSince }: SessionTimes, workspaceId: string) =>
  trx
    .selectFrom('session')
    .where('session.workspaceId', '=', workspaceId)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('session.seenAt', '>', idleSince)

/** Which of these sessions are still valid. */
export async function findLiveSessions(
  trx: WorkspaceReading,
  times: SessionTimes,
  workspaceId: string,
  ids: string[],
): Promise<ReadonlySet<string>> {
  const found = await liveSessions(trx, times, workspaceId)
    .where('session.id', 'in', ids)
    .select('session.id')
    .execute()
  return new Set(found.map(({ id }) => id))
}

/** Whether it is time to write that a session is used. */
export const mustNoteUse = ({ seenAt }: { seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > seenEvery

/** Writes that a session is used. If another transaction holds the row, the next use is written instead: no page waits for it. */
export const noteUse = (parts: Parts, { workspaceId, id }: SecretCookie, now: Date) =>
  changeApart(parts, workspaceId, async (trx) => {
    const free = await trx
      .selectFrom('session')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .forNoKeyUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!free) return
    await trx
      .updateTable('session')
      .set({ seenAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute()
  })
