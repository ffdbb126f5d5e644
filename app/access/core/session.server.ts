import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { day } from '#app/kit/durations.ts'
import {
  endCookies,
  hashOfSecret,
  newSecret,
  readCookie,
  setCookie,
  setPresentWorkspace,
} from './secret-cookies.server.ts'

export type SessionOwner = { memberId: string; participantId?: never } | { participantId: string; memberId?: never }

/** Starts a session; a new secret at every sign-in. @returns the Set-Cookie header */
export async function beginSession(
  parts: Pick<Parts, 'environment' | 'clock'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: SessionOwner,
  device: { name: string | null; knownId?: string | undefined } | null,
): Promise<string> {
  const { appUrl, sessionDays } = parts.environment
  const lifetime = sessionDays * day
  const now = parts.clock.now()
  const id = newId()
  const secret = newSecret()
  await trx
    .insertInto('session')
    .values({
      workspaceId,
      id,
      secretHash: hashOfSecret(secret),
      memberId: person.memberId ?? null,
      participantId: person.participantId ?? null,
      device: device?.name?.slice(0, 300) ?? null,
      knownDeviceId: device?.knownId ?? null,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
    })
    .execute()
  return setCookie(appUrl, 'firstwin', { workspaceId, id, secret }, lifetime / 1000)
}

/** Ends the session of a workspace that the request carries. @returns the Set-Cookie headers that take it away */
export async function endSession(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  request: Request,
): Promise<string[]> {
  const { appUrl } = parts.environment
  const cookie = readCookie(request, appUrl, 'firstwin', workspaceId)
  if (!cookie) return []
  await trx
    .updateTable('session')
    .set({ endedAt: parts.clock.now() })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', cookie.id)
    .where('secretHash', '=', hashOfSecret(cookie.secret))
    .where('endedAt', 'is', null)
    .execute()
  await announceLeave(trx, workspaceId, cookie.id)
  return endCookies(request, appUrl, 'firstwin', workspaceId)
}

/** @returns a Set-Cookie header: from now on this browser works in this workspace, of those that it is signed in to */
export const presentWorkspace = (parts: Parts, workspaceId: string): string =>
  setPresentWorkspace(parts.environment.appUrl, workspaceId, (parts.environment.sessionDays * day) / 1000)
