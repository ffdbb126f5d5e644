import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { endCookie, fits, hashOf, newSecret, readCookie, setCookie } from './cookies.server.ts'
import type { Actor, MemberRole } from './policy.ts'

const hour = 60 * 60 * 1000
const day = 24 * hour
/** The last use is written at most this often, so that reading a page does not write each time. */
const seenEvery = hour

export type Person = { memberId: string; participantId?: never } | { participantId: string; memberId?: never }

/** Begins a session; a new secret at every sign-in. @returns the Set-Cookie header */
export async function beginSession(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: Person,
  device: string | null,
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
      secretHash: hashOf(secret),
      memberId: person.memberId ?? null,
      participantId: person.participantId ?? null,
      device: device?.slice(0, 300) ?? null,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
    })
    .execute()
  return setCookie(appUrl, 'firstwin', { workspaceId, id, secret }, lifetime / 1000)
}

export type Viewer = {
  sessionId: string
  actor: Extract<Actor, { kind: 'member' | 'participant' }>
  email: string
  workspace: { name: string; logo: string | null; accent: string | null }
  /** When the session is over at the latest. */
  expiresAt: Date
}

/**
 * Who is asking: the person of a live session, or nobody. One query.
 * @param isUse whether this counts as using the session; what a page does by itself does not
 */
export async function findViewer(parts: Parts, request: Request, { isUse = true } = {}): Promise<Viewer | null> {
  const cookie = readCookie(request, parts.environment.appUrl, 'firstwin')
  if (!cookie) return null
  const { workspaceId } = cookie
  return inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const found = await trx
      .selectFrom('session')
      .innerJoin('workspace', 'workspace.workspaceId', 'session.workspaceId')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'session.workspaceId').onRef('member.id', '=', 'session.memberId'),
      )
      .leftJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'session.workspaceId')
          .onRef('participant.id', '=', 'session.participantId'),
      )
      .select([
        'session.secretHash',
        'session.seenAt',
        'session.expiresAt',
        'workspace.name as workspaceName',
        'workspace.logo',
        'workspace.accent',
        'member.id as memberId',
        'member.name as memberName',
        'member.email as memberEmail',
        'member.roles',
        'member.removedAt',
        'participant.id as participantId',
        'participant.name as participantName',
        'participant.email as participantEmail',
      ])
      .where('session.workspaceId', '=', workspaceId)
      .where('session.id', '=', cookie.id)
      .where('session.endedAt', 'is', null)
      .where('session.expiresAt', '>', now)
      .where('session.seenAt', '>', new Date(now.getTime() - parts.environment.sessionIdleDays * day))
      .executeTakeFirst()
    if (!found || !fits(cookie.secret, found.secretHash) || found.removedAt) return null
    if (isUse && now.getTime() - found.seenAt.getTime() > seenEvery)
      await trx
        .updateTable('session')
        .set({ seenAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', cookie.id)
        .execute()
    const shared = {
      sessionId: cookie.id,
      workspace: { name: found.workspaceName, logo: found.logo, accent: found.accent },
      expiresAt: found.expiresAt,
    }
    if (found.memberId && found.memberName && found.memberEmail)
      return {
        ...shared,
        email: found.memberEmail,
        actor: {
          kind: 'member',
          workspaceId,
          id: found.memberId,
          name: found.memberName,
          roles: (found.roles ?? []) as MemberRole[],
        },
      }
    if (found.participantId && found.participantName && found.participantEmail)
      return {
        ...shared,
        email: found.participantEmail,
        actor: { kind: 'participant', workspaceId, id: found.participantId, name: found.participantName },
      }
    return null
  })
}

/** Ends the session that the request carries. @returns the Set-Cookie header that takes it away */
export async function endSession(parts: Parts, request: Request): Promise<string> {
  const cookie = readCookie(request, parts.environment.appUrl, 'firstwin')
  if (cookie)
    await inWorkspace(parts.db, cookie.workspaceId, async (trx) => {
      await trx
        .updateTable('session')
        .set({ endedAt: parts.clock.now() })
        .where('workspaceId', '=', cookie.workspaceId)
        .where('id', '=', cookie.id)
        .where('secretHash', '=', hashOf(cookie.secret))
        .where('endedAt', 'is', null)
        .execute()
      await announceLeave(trx, cookie.workspaceId, cookie.id)
    })
  return endCookie(parts.environment.appUrl, 'firstwin')
}
