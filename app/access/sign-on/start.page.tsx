import { type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { SignOnRefusedDoor } from '../components/sign-on-door.tsx'
import { countOrRefuse, networkIn } from '../limits.server.ts'
import { nextPath } from '../next-path.ts'
import { retryAfterHeaders } from '../retry-after.ts'
import { beginSignOn } from './begin.server.ts'
import { signOnPath } from './identity-provider.server.ts'
import { signOnRefusals } from './refusals.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Sign in') }]

/** A plain link that leads on to the provider: a form that is posted could not, under this site's own policy. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await countOrRefuse(context, [['sign-on from a network', networkIn(context)]]).catch(throwAsPage)
  const workspaceId = params['workspaceId'] ?? ''
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  const begun = await beginSignOn(context.parts, workspaceId, next)
  if (begun.status === 'begun') throw redirect(begun.location, { headers: { 'Set-Cookie': begun.cookie } })
  const { why } = begun
  const again = why === 'no provider' ? undefined : signOnPath(workspaceId, next)
  return data({ why, again }, signOnRefusals[why].status)
}

/** 429 says after how long it may be tried again. */
export const headers = retryAfterHeaders

export default function StartPage() {
  return <SignOnRefusedDoor {...useLoaderData<typeof loader>()} />
}
