import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import { matchesHash, hashOfSecret, newSecret, readCookie, setCookie } from '../core/secret-cookies.server.ts'
import type { SessionOwner } from '../core/session.server.ts'
import { day } from '#app/kit/durations.ts'

/** A device that no one signed in on for so long is a new one. */
export const knownFor = 180 * day

/** The known device that this request's browser is: it has passed the code of this person before. */
export async function findKnownDevice(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { memberId, participantId }: SessionOwner,
  request: Request,
): Promise<string | undefined> {
  const cookie = readCookie(request, parts.environment.appUrl, 'firstwin-device', workspaceId)
  if (!cookie) return undefined
  const now = parts.clock.now()
  const device = await trx
    .updateTable('knownDevice')
    .set({ seenAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', cookie.id)
    .where('secretHash', '=', hashOfSecret(cookie.secret))
    .where('seenAt', '>', new Date(now.getTime() - knownFor))
    .returning(['memberId', 'participantId', 'secretHash'])
    .executeTakeFirst()
  if (!device || !matchesHash(cookie.secret, device.secretHash)) return undefined
  const isOwn = device.memberId === (memberId ?? null) && device.participantId === (participantId ?? null)
  return isOwn ? cookie.id : undefined
}

/** @returns the device, and the Set-Cookie header by which it is known */
export async function rememberDevice(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: SessionOwner,
): Promise<{ id: string; cookie: string }> {
  const now = parts.clock.now()
  const [id, secret] = [newId(), newSecret()]
  await trx
    .insertInto('knownDevice')
    .values({ workspaceId, id, secretHash: hashOfSecret(secret), ...person, createdAt: now, seenAt: now })
    .execute()
  return {
    id,
    cookie: setCookie(parts.environment.appUrl, 'firstwin-device', { workspaceId, id, secret }, knownFor / 1000),
  }
}

/** Every device of everyone asks for a code again. */
export async function forgetAllDevices(trx: WorkspaceTransaction, workspaceId: string): Promise<void> {
  await trx.deleteFrom('knownDevice').where('workspaceId', '=', workspaceId).execute()
}

/** One device asks for a code again. */
export async function forgetDevice(trx: WorkspaceTransaction, workspaceId: string, deviceId: string): Promise<void> {
  await trx.deleteFrom('knownDevice').where('workspaceId', '=', workspaceId).where('id', '=', deviceId).execute()
}

/** Every device of a person asks for a code again. */
export async function forgetDevices(
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: SessionOwner,
): Promise<void> {
  await trx
    .deleteFrom('knownDevice')
    .where('workspaceId', '=', workspaceId)
    .where((where) =>
      person.memberId === undefined
        ? where('participantId', '=', person.participantId)
        : where('memberId', '=', person.memberId),
    )
    .execute()
}
