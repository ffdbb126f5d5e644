import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { inWorkspace } from '#db/workspace.ts'
import { writeSecurityEvent } from './security-log.server.ts'
import { endSession, findViewer } from './session.server.ts'

/** Leaves by a post only, so that no picture or link on a page can sign anybody out. */
export const loader = () => redirect('/')

export async function action({ request, context: { parts } }: ActionFunctionArgs) {
  const viewer = await findViewer(parts, request)
  const cookie = await endSession(parts, request)
  if (viewer)
    await inWorkspace(parts.db, viewer.actor.workspaceId, (trx) =>
      writeSecurityEvent(
        trx,
        viewer.actor.workspaceId,
        { kind: 'signed out', person: viewer.actor },
        parts.clock.now(),
      ),
    )
  return redirect('/sign-in', { status: 303, headers: { 'Set-Cookie': cookie } })
}
