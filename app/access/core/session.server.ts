import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { changeApart } from '#app/kit/reads.server.ts'
import { announceLeave } from '#app/kit/announcements.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import {
  type SecretCookie,
  endCookies,
  matchesHash,
  hashOf,
  newSecret,
  readCookie,
  readCookies,
  readPresentWorkspace,
  setCookie,
  setPresentWorkspace,
} from './secret-cookies.server.ts'
import { planIn } from './next-path.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { MemberRole } from '#app/policy/roles.ts'
import { day, hour } from '#app/kit/durations.ts'

/** The last use is written at most this often, so that reading a page does not write each time. */
const seenEvery = hour

export type Person = { memberId: string; participantId?: never } | { participantId: string; memberId?: never }

/** Starts a session; a new secret at every sign-in. @returns the Set-Cookie header */
export async function beginSession(
  parts: Pick<Parts, 'environment' | 'clock'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  person: Person,
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
      secretHash: hashOf(secret),
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

export type Viewer = {
  sessionId: string
  actor: Extract<Actor, { kind: 'member' | 'participant' }>
  email: string
  workspace: { name: string; logo: string | null; accent: string | null }
  /** When this person proved who they are. */
  signedInAt: Date
  /** When the session is over at the latest. */
  expiresAt: Date
  /** Whether this installation holds its emails back, as a restored copy does. */
  emailsAreHeld: boolean
}

/** In whose session a form was sent, where the browser has several: what its page was drawn for, whatever other tabs did since. */
const namedIn = (request: Request) => new URL(request.url).searchParams.get('as')

/** The sessions that a request carries, the one that it is most likely meant for first. */
function sessionsIn(parts: Parts, request: Request): SecretCookie[] {
  const { appUrl } = parts.environment
  const all = readCookies(request, appUrl, 'firstwin')
  const named = namedIn(request)
  if (named) return all.filter(({ workspaceId }) => workspaceId === named)
  const present = readPresentWorkspace(request, appUrl)
  return [...all].sort((a, b) => Number(b.workspaceId === present) - Number(a.workspaceId === present))
}

/** Whether the browser is signed in to more than one workspace, as far as its cookies say. */
export const hasSeveralSessions = (parts: Parts, request: Request): boolean =>
  readCookies(request, parts.environment.appUrl, 'firstwin').length > 1

/**
 * Who is asking: the person of a live session, or no one. Found once for all loaders of a request, in one query, but for a browser
 * that is signed in to several workspaces: there a plan is asked for in the present one first, then in the others, and belongs to one of them.
 * @param isUse whether this counts as using the session; what a page does by itself does not
 */
export const findViewer = (parts: Parts, request: Request, { isUse = true } = {}): Promise<Viewer | null> =>
  parts.reads.once(isUse ? 'viewer' : 'viewer, unused', () => lookForViewer(parts, request, isUse))

async function lookForViewer(parts: Parts, request: Request, isUse: boolean): Promise<Viewer | null> {
  const sessions = sessionsIn(parts, request)
  const planId = sessions.length > 1 ? planIn(new URL(request.url).pathname) : undefined
  let first: Viewer | null = null
  for (const cookie of sessions) {
    const found = await openSession(parts, cookie, { isUse, planId })
    if (found?.isThere) return found.viewer
    first ??= found?.viewer ?? null
  }
  return first
}

/** Who is signed in to this one workspace in this browser. */
export const findViewerIn = (parts: Parts, request: Request, workspaceId: string): Promise<Viewer | null> =>
  parts.reads.once(`viewer in ${workspaceId}`, async () => {
    const cookie = readCookie(request, parts.environment.appUrl, 'firstwin', workspaceId)
    return cookie ? ((await openSession(parts, cookie, { isUse: true }))?.viewer ?? null) : null
  })

/** Everyone that this browser is signed in as, the present one first. One query for each. */
export async function listViewers(parts: Parts, request: Request): Promise<Viewer[]> {
  const found = await Promise.all(
    sessionsIn(parts, request).map((cookie) => openSession(parts, cookie, { isUse: false })),
  )
  return found.flatMap((it) => (it ? [it.viewer] : []))
}

/** What decides whether a session still lasts. */
export type SessionTimes = {
  now: Date
  /** A session that was not used since is over. */
  idleSince: Date
}

export function sessionTimes({ clock, environment }: Pick<Parts, 'clock' | 'environment'>): SessionTimes {
  const now = clock.now()
  return { now, idleSince: new Date(now.getTime() - environment.sessionIdleDays * day) }
}

/** The session of a cookie while it lasts. Whether the cookie's secret is right is for the caller to find out, with `matchesHash`. */
export const liveSession = (
  trx: WorkspaceReading,
  { now, idleSince }: SessionTimes,
  { workspaceId, id }: Pick<SecretCookie, 'workspaceId' | 'id'>,
) =>
  trx
    .selectFrom('session')
    .where('session.workspaceId', '=', workspaceId)
    .where('session.id', '=', id)
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('session.seenAt', '>', idleSince)

/** Whether it is time to write that a session is used. */
export const mustNoteUse = ({ seenAt }: { seenAt: Date }, now: Date): boolean =>
  now.getTime() - seenAt.getTime() > seenEvery

type Opened = {
  viewer: Viewer
  /** Whether the plan that was asked for lies in this session's workspace; true where none was. */
  isThere: boolean
}

async function openSession(
  parts: Parts,
  cookie: SecretCookie,
  { isUse, planId }: { isUse: boolean; planId?: string | undefined },
): Promise<Opened | null> {
  const { workspaceId } = cookie
  const now = parts.clock.now()
  const found = await parts.reads.in(workspaceId, (trx) =>
    liveSession(trx, sessionTimes(parts), cookie)
      .innerJoin('workspace', 'workspace.workspaceId', 'session.workspaceId')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'session.workspaceId').onRef('member.id', '=', 'session.memberId'),
      )
      .leftJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'session.workspaceId')
          .onRef('participant.id', '=', 'session.participantId'),
      )
      .leftJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'session.workspaceId').on('plan.id', '=', planId ?? null),
      )
      .select([
        'session.secretHash',
        'session.createdAt',
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
        'plan.id as planId',
        (of) => of.selectFrom('operations.emailHold').select('since').as('emailsHeldSince'),
      ])
      .executeTakeFirst(),
  )
  if (!found || !matchesHash(cookie.secret, found.secretHash) || found.removedAt) return null
  const isThere = planId === undefined || found.planId !== null
  if (isUse && isThere && mustNoteUse(found, now)) await noteUse(parts, cookie, now)
  const shared = {
    sessionId: cookie.id,
    workspace: { name: found.workspaceName, logo: found.logo, accent: found.accent },
    signedInAt: found.createdAt,
    expiresAt: found.expiresAt,
    emailsAreHeld: found.emailsHeldSince !== null,
  }
  if (found.memberId && found.memberName && found.memberEmail) {
    const { memberId: id, memberName: name, memberEmail: email } = found
    const roles = (found.roles ?? []) as MemberRole[]
    return {
      isThere,
      viewer: {
        ...shared,
        email,
        actor: { kind: 'member', workspaceId, id, name, roles, signedInAt: found.createdAt },
      },
    }
  }
  if (found.participantId && found.participantName && found.participantEmail) {
    const { participantId: id, participantName: name, participantEmail: email } = found
    return { isThere, viewer: { ...shared, email, actor: { kind: 'participant', workspaceId, id, name } } }
  }
  return null
}

const noteUse = (parts: Parts, { workspaceId, id }: SecretCookie, now: Date) =>
  changeApart(parts, workspaceId, (trx) =>
    trx
      .updateTable('session')
      .set({ seenAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  )

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
    .where('secretHash', '=', hashOf(cookie.secret))
    .where('endedAt', 'is', null)
    .execute()
  await announceLeave(trx, workspaceId, cookie.id)
  return endCookies(request, appUrl, 'firstwin', workspaceId)
}

/** @returns a Set-Cookie header: from now on this browser works in this workspace, of those that it is signed in to */
export const presentWorkspace = (parts: Parts, workspaceId: string): string =>
  setPresentWorkspace(parts.environment.appUrl, workspaceId, (parts.environment.sessionDays * day) / 1000)
