import type { WorkspaceTransaction } from '#db/workspace.ts'
import { forgetDevice, forgetDevices } from './known-device.server.ts'
import type { Person } from '../core/session.server.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'

/**
 * Ends one session of a person and forgets its device, which may be lost: where codes are asked for on new devices, it is one. A
 * session of before that was kept may stand on any of the person's devices, so all of them are forgotten then.
 * @returns what the browser called itself; undefined where the person has no such session
 */
export async function endOneSession(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { person, sessionId }: { person: Person; sessionId: string },
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
