import { keptQuery } from '#db/kept-query.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { storedRoles } from '#app/policy/roles.ts'
import { type SessionTimes, liveSession, mustNoteUse, noteUse, sessionTimes } from './live-session.server.ts'
import { planIdInPath } from './next-path.ts'
import {
  type SecretCookie,
  matchesHash,
  readCookie,
  readCookies,
  readPresentWorkspace,
} from './secret-cookies.server.ts'

export type Viewer = {
  sessionId: string
  actor: PersonActor
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
  const planId = sessions.length > 1 ? planIdInPath(new URL(request.url).pathname) : undefined
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

type AskedSession = SessionTimes & Pick<SecretCookie, 'workspaceId' | 'id'> & { planId: string | null }

const sessions = keptQuery(
  (db, { planId, ...asked }: AskedSession) =>
    liveSession(db, asked, asked)
      .innerJoin('workspace', 'workspace.workspaceId', 'session.workspaceId')
      .leftJoin('member', (join) =>
        join.onRef('member.workspaceId', '=', 'session.workspaceId').onRef('member.id', '=', 'session.memberId'),
      )
      .leftJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'session.workspaceId')
          .onRef('participant.id', '=', 'session.participantId'),
      )
      .leftJoin('plan', (join) => join.onRef('plan.workspaceId', '=', 'session.workspaceId').on('plan.id', '=', planId))
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
      ]),
  { workspaceId: 'a workspace', id: 'a session', planId: 'a plan', now: new Date(0), idleSince: new Date(1) },
)

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
  const [found] = await parts.reads.in(workspaceId, (trx) =>
    sessions(trx, { ...sessionTimes(parts), workspaceId, id: cookie.id, planId: planId ?? null }),
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
    const roles = storedRoles(found.roles ?? [])
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
