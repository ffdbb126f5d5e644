import { type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { SignOnRefusedDoor } from '../components/sign-on-door.tsx'
import { countOrRefuse, networkIn } from '../limits.server.ts'
import { retryAfterHeaders } from '../retry-after.ts'
import { endSession } from '../session.server.ts'
import { finishSignOn } from './finish.server.ts'
import { endFlowCookie } from './flow-cookie.server.ts'
import { signOnPath } from './identity-provider.server.ts'
import { signOnRefusals } from './refusals.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in') }]

/** Where the provider leads back to. What it was begun with is spent in every case, but for one that is not looked at: 429. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { parts } = context
  await countOrRefuse(context, [['sign-on from a network', networkIn(context)]]).catch(throwAsPage)
  const workspaceId = params['workspaceId'] ?? ''
  const headers = new Headers({ 'Set-Cookie': endFlowCookie(parts.environment) })
  const finished = await finishSignOn(parts, { workspaceId, caller: { request, network: networkIn(context) } })
  if (finished.status === 'in') {
    await endSession(parts, request)
    headers.append('Set-Cookie', finished.cookie)
    throw redirect(finished.landing, { status: 303, headers })
  }
  const { why } = finished
  return data({ why, again: signOnPath(workspaceId) }, { status: signOnRefusals[why].status, headers })
}

/** 429 says after how long it may be tried again. */
export const headers = retryAfterHeaders

export default function CallbackPage() {
  return <SignOnRefusedDoor {...useLoaderData<typeof loader>()} />
}
