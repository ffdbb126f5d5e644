import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import type { Parts } from '#app/kit/parts.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { readCookies, settingCookies } from '../core/secret-cookies.server.ts'
import { findViewer, listViewers } from '../core/find-viewer.server.ts'
import { signOutOfWorkspaces } from './sign-out-of-workspaces.server.ts'

/** Only a post signs out, so that no picture or link on a page can do it. */
export const loader = () => redirect('/')

/** Signs out of one workspace (`workspaceId`), of all (`all`), or of the one that the page was drawn for. */
export async function action({ request, context: { parts } }: ActionFunctionArgs) {
  return takeForm(request, { 'sign-out': (values) => leave(parts, request, values) }, { unnamed: 'sign-out' })
}

async function leave(parts: Parts, request: Request, values: PostedValues) {
  const viewers = await listViewers(parts, request)
  const everywhere = readCookies(request, parts.environment.appUrl, 'firstwin').map(({ workspaceId }) => workspaceId)
  const named = firstValue(values, 'workspaceId') ?? (await findViewer(parts, request))?.actor.workspaceId
  // Cookies of sessions that are over are taken away with any.
  const live = viewers.map(({ actor }) => actor.workspaceId)
  const isLeft = (workspaceId: string) =>
    firstValue(values, 'all') !== undefined || workspaceId === named || !live.includes(workspaceId)
  const left = everywhere.filter(isLeft)
  const cookies = await signOutOfWorkspaces(parts, request, left, viewers)
  const stays = live.some((workspaceId) => !left.includes(workspaceId))
  return redirect(stays ? '/switch' : '/sign-in', { status: 303, headers: settingCookies(cookies) })
}
