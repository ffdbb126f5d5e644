import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { BeginSignOnCard, LeadingOnCard, SignOnRefusedCard } from './sign-on-cards.tsx'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { nextPath } from '../core/next-path.ts'
import { beginSignOn, findSignOn } from './begin-sign-on.server.ts'
import { signOnRefusals } from '../security-log/sign-on-refusals.ts'
import { entryWords } from '../sign-in/entry-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(entryWords.signIn) }]

const nextIn = (request: Request) => nextPath(new URL(request.url).searchParams.get('next'))

/** Shows one button. Opening the page starts nothing, so that no other site can send a browser through it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const workspaceId = params['workspaceId'] ?? ''
  const found = await findSignOn(context.parts, workspaceId)
  if (!found) return data({ card: 'refused' as const, why: 'no provider' as const }, signOnRefusals['no provider'])
  const { issuer, ...workspace } = found
  return data({
    card: 'begin' as const,
    workspace,
    provider: new URL(issuer).host,
    action: paths.signOnStart(workspaceId, nextIn(request)),
  })
}

/**
 * Leads to the provider by a page of ours that continues by itself: our own policy lets no form end at another site, and a redirect
 * counts as its end.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await countAgainstLimit(context, [['sign-on from a network', networkIn(context)]]).catch(throwAsPage)
  return takeForm(request, { 'start-sign-on': () => begin(context.parts, request, params['workspaceId'] ?? '') })
}

async function begin(parts: Parts, request: Request, workspaceId: string) {
  const next = nextIn(request)
  const begun = await beginSignOn(parts, workspaceId, next)
  if (begun.status === 'begun') {
    const { location, cookie } = begun
    return data(
      { card: 'leading on' as const, location },
      { headers: { 'Set-Cookie': cookie, Refresh: `0; url=${location}` } },
    )
  }
  const { why } = begun
  const again = why === 'no provider' ? undefined : paths.signOnStart(workspaceId, next)
  return data({ card: 'refused' as const, why, again }, signOnRefusals[why])
}

/** The way on, and after 429 after how long it may be tried again. */
export const headers: HeadersFunction = ({ actionHeaders, errorHeaders }) => {
  const [refresh, wait] = [actionHeaders.get('Refresh'), (errorHeaders ?? actionHeaders).get('Retry-After')]
  return { ...(refresh ? { Refresh: refresh } : {}), ...(wait ? { 'Retry-After': wait } : {}) }
}

export default function StartSignOnPage() {
  const asked = useLoaderData<typeof loader>()
  const page = useActionData<typeof action>() ?? asked
  if (page.card === 'leading on') return <LeadingOnCard {...page} />
  return page.card === 'refused' ? <SignOnRefusedCard {...page} /> : <BeginSignOnCard {...page} />
}
