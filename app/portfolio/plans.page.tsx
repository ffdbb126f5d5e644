import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { mayEver } from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { AskedHandoffs } from '#app/handoff/lead/asked-handoffs.tsx'
import { listAskedHandoffs } from '#app/handoff/lead/list-asked-handoffs.server.ts'
import { readPage } from '#app/kit/list-page.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pager } from '#app/ui/pager.tsx'
import { PageHead } from '#app/ui/panel.tsx'
import { PlansFilterForm } from './plans-filter-form.tsx'
import { PlansFileLinks } from './export/plans-file-links.tsx'
import { PlansTable } from './plans-table.tsx'
import { archivedPlansWords, outdatedWords, plansPageWords, showAllWords } from './plans-words.ts'
import { plansPath, readPlansFilter } from './plans-filter.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(plansPageWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans')
  const { parts } = context
  const { searchParams } = new URL(request.url)
  const filter = readPlansFilter(searchParams)
  const [plans, handoffs] = await Promise.all([
    getPlansList(parts, actor, { filter, page: readPage(searchParams) }),
    listAskedHandoffs(parts, actor),
  ])
    .catch(refuseOverloaded)
    .catch(throwAsPage)
  // What the worker computes later is no change of the workspace.
  if (plans.outdated === 0) context.keeping?.keep()
  return { filter, handoffs, ...plans, mayCreate: mayEver('create-plan', standingsOfMember(actor.roles)) }
}

const archivedPath = '/plans?archived=yes'

export default function PlansPage() {
  const { filter, handoffs, list, all, archived, outdated, mayCreate, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={filter.archived ? plansPageWords.archivedTitle : plansPageWords.title}
        {...(filter.archived ? { intro: plansPageWords.archivedIntro } : {})}
        actions={
          mayCreate && (
            <ButtonLink to="/plans/new" tone="main">
              {plansPageWords.newPlan}
            </ButtonLink>
          )
        }
      />
      <AskedHandoffs handoffs={handoffs} />
      {all > 0 && <PlansFilterForm filter={filter} />}
      {outdated > 0 && <p role="status">{outdatedWords(outdated)}</p>}
      {all > 0 && list.total === 0 ? (
        <p>
          {plansPageWords.noneMatch}{' '}
          <PageLink to={filter.archived ? archivedPath : '/plans'}>{showAllWords(all)}</PageLink>
        </p>
      ) : filter.archived && all === 0 ? (
        <p>{plansPageWords.noneArchived}</p>
      ) : (
        <PlansTable rows={list.rows} today={today} />
      )}
      {list.total > 0 && <PlansFileLinks />}
      <Pager page={list.page} pages={list.pages} pathTo={(page) => plansPath(filter, page)} />
      {filter.archived ? (
        <p className="after-table">
          <PageLink to="/plans">{plansPageWords.toActive}</PageLink>
        </p>
      ) : (
        archived > 0 && (
          <p className="after-table">
            <PageLink to={archivedPath}>{archivedPlansWords(archived)}</PageLink>
          </p>
        )
      )}
    </>
  )
}
