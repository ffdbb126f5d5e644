import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { ContinueAsCard, SignOnRefusedCard } from './sign-on-cards.tsx'
import { settingCookies } from '../core/secret-cookies.server.ts'
import { countAgainstLimit, networkIn } from '../core/count-against-limit.server.ts'
import { continueAs, findProved } from './continue-sign-on.server.ts'
import { signOnRefusals } from '../security-log/sign-on-refusals.ts'
import { entryWords } from '../sign-in/entry-words.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(entryWords.signIn) }]

const begunElsewhere = (workspaceId: string) =>
  data(
    { card: 'refused' as const, why: 'started elsewhere' as const, again: paths.signOnStart(workspaceId) },
    signOnRefusals['started elsewhere'],
  )

/** Asks whether to continue as the member that the provider named, where this browser is signed in as someone else. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const workspaceId = params['workspaceId'] ?? ''
  const proved = await findProved(context.parts, workspaceId, request)
  if (!proved) return begunElsewhere(workspaceId)
  const { name, email, workspace, others } = proved
  const replaced = others.find(({ actor }) => actor.workspaceId === workspaceId)?.actor.name
  const kept = others
    .filter(({ actor }) => actor.workspaceId !== workspaceId)
    .map((it) => ({ name: it.actor.name, workspace: it.workspace.name }))
  return data({
    card: 'continue' as const,
    name,
    email: readableAddress(email),
    workspace,
    replaced,
    kept,
    formKey: newId(),
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await countAgainstLimit(context, [['sign-on from a network', networkIn(context)]]).catch(throwAsPage)
  const workspaceId = params['workspaceId'] ?? ''
  return takeForm(request, {
    continue: async () => {
      const done = await continueAs(context.parts, workspaceId, { request, network: networkIn(context) })
      if (!done) return begunElsewhere(workspaceId)
      throw redirect(done.landing, { status: 303, headers: settingCookies(done.cookies) })
    },
  })
}

/** What was refused has spent what the page was about. */
export const shouldRevalidate = () => true

export default function ContinueSignOnPage() {
  const page = useLoaderData<typeof loader>()
  return page.card === 'refused' ? <SignOnRefusedCard {...page} /> : <ContinueAsCard {...page} />
}
