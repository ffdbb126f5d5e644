import { type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { SignOnRefusedCard } from './sign-on-cards.tsx'
import { sendsCookies } from '../core/cookie-probe.server.ts'
import { settingCookies } from '../core/secret-cookies.server.ts'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { finishSignOn } from './finish-sign-on.server.ts'
import { flowCookie } from './flow-cookie.server.ts'
import { signOnRefusals } from '../security-log/sign-on-refusals.ts'
import { entryWords } from '../sign-in/entry-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(entryWords.signIn) }]

/** Where the provider leads back to. What it was started with is spent in every case, but for one that is not looked at: 429. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { parts } = context
  await countAgainstLimit(context, [['sign-on from a network', networkIn(context)]]).catch(throwAsPage)
  const workspaceId = params['workspaceId'] ?? ''
  const spent = flowCookie.end(parts.environment)
  const finished = await finishSignOn(parts, { workspaceId, caller: { request, network: networkIn(context) } })
  if (finished.status === 'in')
    throw redirect(finished.landing, { status: 303, headers: settingCookies([spent, ...finished.cookies]) })
  if (finished.status === 'asked')
    throw redirect(paths.signOnContinue(workspaceId), {
      status: 303,
      headers: settingCookies([spent, ...finished.cookies]),
    })
  // A browser that went from here to the provider and back has a cookie of ours, unless it keeps none.
  const why = finished.why === 'started elsewhere' && !sendsCookies(request) ? ('no cookies' as const) : finished.why
  return data(
    { why, again: paths.signOnStart(workspaceId) },
    { status: signOnRefusals[why], headers: settingCookies([spent]) },
  )
}

export default function SignOnCallbackPage() {
  return <SignOnRefusedCard {...useLoaderData<typeof loader>()} />
}
