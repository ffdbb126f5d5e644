import { createHash, randomBytes } from 'node:crypto'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { Actor, MemberRole } from './policy.ts'

const hour = 60 * 60 * 1000
const lifetime = 30 * 24 * hour
/** The last use is written at most this often, so that reading a page does not write each time. */
const seenEvery = hour

const hash = (secret: string) => createHash('sha256').update(secret).digest('base64url')

/** `__Host-` binds the cookie to this very host, which browsers allow on https only. */
const cookieName = (appUrl: string) => (appUrl.startsWith('https:') ? '__Host-firstwin' : 'firstwin')

const attributes = (appUrl: string) => `Path=/; HttpOnly; SameSite=Lax${appUrl.startsWith('https:') ? '; Secure' : ''}`

export type Person = { memberId: string; participantId?: never } | { participantId: string; memberId?: never }

/** Begins a session; a new secret at every sign-in. @returns the Set-Cookie header */
export async function beginSession(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: Person,
  device: string | null,
): Promise<string> {
  const now = parts.clock.now()
  const id = newId()
  const secret = randomBytes(32).toString('base64url')
  await trx
    .insertInto('session')
    .values({
      workspaceId,
      id,
      secretHash: hash(secret),
      memberId: person.memberId ?? null,
      participantId: person.participantId ?? null,
      device: device?.slice(0, 300) ?? null,
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
    })
    .execute()
  const { appUrl } = parts.environment
  return `${cookieName(appUrl)}=${workspaceId}.${id}.${secret}; ${attributes(appUrl)}; Max-Age=${lifetime / 1000}`
}

export const endingCookie = (appUrl: string) => `${cookieName(appUrl)}=; ${attributes(appUrl)}; Max-Age=0`

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

type SessionCookie = { workspaceId: string; sessionId: string; secret: string }

function readCookie(request: Request, appUrl: string): SessionCookie | undefined {
  const format = new RegExp(`(?:^|;\\s*)${cookieName(appUrl)}=(${uuid})\\.(${uuid})\\.([\\w-]{43})(?:;|$)`)
  const [, workspaceId, sessionId, secret] = format.exec(request.headers.get('cookie') ?? '') ?? []
  return workspaceId && sessionId && secret ? { workspaceId, sessionId, secret } : undefined
}

export type Viewer = {
  sessionId: string
  actor: Extract<Actor, { kind: 'member' | 'participant' }>
  email: string
  workspace: { name: string; logo: string | null }
}

/** Who is asking: the person of a live session, or nobody. One query. */
export async function findViewer(parts: Parts, request: Request): Promise<Viewer | null> {
  const cookie = readCookie(request, parts.environment.appUrl)
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
        'workspace.name as workspaceName',
        'workspace.logo',
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
      .where('session.id', '=', cookie.sessionId)
      .where('session.endedAt', 'is', null)
      .where('session.expiresAt', '>', now)
      .executeTakeFirst()
    if (!found || found.secretHash !== hash(cookie.secret) || found.removedAt) return null
    if (now.getTime() - found.seenAt.getTime() > seenEvery)
      await trx
        .updateTable('session')
        .set({ seenAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', cookie.sessionId)
        .execute()
    const shared = { sessionId: cookie.sessionId, workspace: { name: found.workspaceName, logo: found.logo } }
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
  const cookie = readCookie(request, parts.environment.appUrl)
  if (cookie)
    await inWorkspace(parts.db, cookie.workspaceId, (trx) =>
      trx
        .updateTable('session')
        .set({ endedAt: parts.clock.now() })
        .where('workspaceId', '=', cookie.workspaceId)
        .where('id', '=', cookie.sessionId)
        .where('secretHash', '=', hash(cookie.secret))
        .execute(),
    )
  return endingCookie(parts.environment.appUrl)
}
