import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { readPage } from '#app/kit/list-page.ts'
import { paths } from '#app/kit/paths.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { AccountCapabilities, AccountPeople, AccountPlans, AccountQuestions, AccountWins } from './account-parts.tsx'
import { accountFactsWords, accountPageWords } from './account-words.ts'
import { accountParts } from './account-view.ts'
import { getAccount } from './get-account.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.account.name) }]

/** What the vendor's people know of a customer: its plans, questions, people, capabilities and wins. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'accounts/:customerId')
  const { searchParams } = new URL(request.url)
  const part = accountParts.find((part) => part === searchParams.get('show')) ?? null
  const reader = { actor, standings: standingsOfMember(actor.roles) }
  const account = await getAccount(context.parts, reader, params['customerId'], { part, page: readPage(searchParams) })
    .catch(refuseOverloaded)
    .catch(throwAsPage)
  return { account, part }
}

export default function AccountPage() {
  const { account, part } = useLoaderData<typeof loader>()
  const { id, name, facts, today } = account
  const shown = { accountId: id, isAlone: part !== null }
  return (
    <div className="stack account">
      <PageHead
        title={name}
        eyebrow={
          part === null ? (
            <PageLink to="/plans">{accountPageWords.back}</PageLink>
          ) : (
            <PageLink to={paths.account(id)}>{accountPageWords.whole}</PageLink>
          )
        }
        {...(facts.length > 0 ? { intro: accountFactsWords(facts) } : {})}
      />
      <AccountPlans {...shown} page={account.plans} today={today} />
      <AccountQuestions {...shown} page={account.questions} />
      <AccountPeople {...shown} page={account.people} />
      <AccountCapabilities {...shown} page={account.capabilities} />
      <AccountWins {...shown} page={account.wins} today={today} />
    </div>
  )
}
