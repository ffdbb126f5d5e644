import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { endCookies } from '../core/secret-cookies.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import type { Viewer } from '../core/find-viewer.server.ts'
import { endSession } from '../core/session.server.ts'

/**
 * Signs this browser out of workspaces, and takes their cookies away also where the session was over already.
 * @returns Set-Cookie headers
 */
export async function signOutOfWorkspaces(
  parts: Parts,
  request: Request,
  workspaceIds: readonly string[],
  viewers: readonly Viewer[],
) {
  const { appUrl } = parts.environment
  const cookies: string[] = []
  for (const workspaceId of workspaceIds) {
    const viewer = viewers.find(({ actor }) => actor.workspaceId === workspaceId)
    if (viewer)
      await inWorkspace(parts.db, workspaceId, async (trx) => {
        await endSession(parts, trx, workspaceId, request)
        await writeSecurityEvent(trx, workspaceId, { kind: 'signed out', person: viewer.actor }, parts.clock.now())
      })
    cookies.push(...endCookies(request, appUrl, 'firstwin', workspaceId))
  }
  return cookies
}
