import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { notFound } from '#app/runner/refusal.ts'
import { deviceWords } from '../core/device-words.ts'
import { forgetDevices } from '../sign-in/known-device.server.ts'
import { personOf } from '../sign-in/let-in.server.ts'
import { findNewestPlan } from '../participants/find-person.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import type { SessionOwner } from '../core/session.server.ts'
import type { Viewer } from '../core/find-viewer.server.ts'
import { endOneSession } from '../sign-in/end-one-session.server.ts'
import { endSessions } from '../core/end-sessions.server.ts'
import { bounds } from '#app/kit/limits.ts'
import { day } from '#app/kit/durations.ts'

export type Device = { id: string; device: string; seenAt: Date; since: Date; isThis: boolean }

/** The reader's own devices, the current one first. */
export async function listDevices(parts: Parts, viewer: Viewer): Promise<Device[]> {
  const devices = await listDevicesOf(parts, viewer.actor.workspaceId, personOf(viewer), viewer.sessionId)
  return [...devices.filter((it) => it.isThis), ...devices.filter((it) => !it.isThis)]
}

/**
 * A person's devices, the one used last first.
 * @param here the current session, if it is that person's
 */
export function listDevicesOf(
  parts: Parts,
  workspaceId: string,
  person: SessionOwner,
  here?: string,
): Promise<Device[]> {
  return parts.reads.in(workspaceId, async (trx) => {
    const now = parts.clock.now()
    const sessions = await trx
      .selectFrom('session')
      .select(['id', 'device', 'seenAt', 'createdAt'])
      .where('workspaceId', '=', workspaceId)
      .where(person.memberId ? 'memberId' : 'participantId', '=', person.memberId ?? person.participantId ?? '')
      .where('endedAt', 'is', null)
      .where('expiresAt', '>', now)
      .where('seenAt', '>', new Date(now.getTime() - parts.environment.sessionIdleDays * day))
      .orderBy('seenAt', 'desc')
      // The session that asks is in use now, though its last use is noted only once an hour.
      .orderBy('createdAt', 'desc')
      .limit(bounds.listRows)
      .execute()
    return sessions.map(({ id, device, seenAt, createdAt }) => {
      const isThis = id === here
      return { id, device: deviceWords(device), seenAt: isThis ? now : seenAt, since: createdAt, isThis }
    })
  })
}

/** Signs one device of one's own out, and forgets it. @returns its name @throws Refusal 404 when it is no one's, or someone else's */
export async function signOutDevice(parts: Parts, viewer: Viewer, sessionId: string): Promise<string> {
  const { actor } = viewer
  const { workspaceId } = actor
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const ended = await endOneSession(trx, workspaceId, { person: personOf(viewer), sessionId }, now)
    if (!ended) throw notFound()
    const device = deviceWords(ended.device)
    await writeSecurityEvent(trx, workspaceId, { kind: 'signed out', person: actor, detail: { device } }, now)
    return device
  })
}

/** Signs out all devices, including this one; where codes are asked for on new devices, all count as new again. */
export async function signOutEverywhere(parts: Parts, viewer: Viewer): Promise<void> {
  const { actor } = viewer
  const { workspaceId } = actor
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const ended = await endSessions(trx, workspaceId, personOf(viewer), now)
    await forgetDevices(trx, workspaceId, personOf(viewer))
    const detail = { devices: String(ended) }
    await writeSecurityEvent(trx, workspaceId, { kind: 'sessions ended', person: actor, detail }, now)
  })
}

/** Where someone of a customer reads what is kept about them; members ask an admin. */
export async function findDataPath({ reads }: Pick<Parts, 'reads'>, { actor }: Viewer): Promise<string | null> {
  if (actor.kind === 'member') return null
  const planId = await reads.in(actor.workspaceId, (trx) => findNewestPlan(trx, actor.workspaceId, actor.id))
  return planId ? planLinks(planId).yourData : null
}
