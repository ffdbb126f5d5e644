import type { WorkspaceTransaction } from '#db/workspace.ts'
import { forgetDevice, forgetDevices } from './known-device.server.ts'
import type { SessionOwner } from '../core/session.server.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'

/**
 * Ends one session of a person and forgets its device, so that a lost device needs a code again. Sessions from before devices
 * were recorded may be on any device, so then all are forgotten.
 * @returns the browser's own description; undefined where the person has no such session
 */
export async function endOneSession(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { person, sessionId }: { person: SessionOwner; sessionId: string },
  now: Date,
): Promise<{ device: string | null } | undefined> {
  const session = await trx
    .updateTable('session')
    .set(({ fn, val }) => ({ endedAt: fn.coalesce('endedAt', val(now)) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sessionId)
    .where((where) =>
      person.memberId === undefined
        ? where('participantId', '=', person.participantId)
        : where('memberId', '=', person.memberId),
    )
    .returning(['device', 'knownDeviceId'])
    .executeTakeFirst()
  if (!session) return undefined
  if (session.knownDeviceId) await forgetDevice(trx, workspaceId, session.knownDeviceId)
  else await forgetDevices(trx, workspaceId, person)
  await announceLeave(trx, workspaceId, sessionId)
  return { device: session.device }
}
