import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { mayEver } from '#app/policy/policy.ts'
import { standingsOfMember } from '#app/policy/standings.ts'
import { AskedHandoffs } from '#app/handoff/lead/asked-handoffs.tsx'
import { listAskedHandoffs } from '#app/handoff/lead/list-asked-handoffs.server.ts'
import { getPlansList } from '#app/plan/summary/get-plans-list.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { refuseOverloaded } from '#app/runner/refuse-overloaded.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PlacePager } from '#app/ui/place-pager.tsx'
import { PageHead } from '#app/ui/panel.tsx'
import { PlansFilterForm } from './plans-filter-form.tsx'
import { PlansFileLinks } from './export/plans-file-links.tsx'
import { PlansTable } from './plans-table.tsx'
import { outdatedWords, plansPageWords } from './plans-words.ts'
import { plansPath, readPlansFilter } from './plans-filter.ts'
import { readPlansPage, writePlansPage } from './plans-page.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(plansPageWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans')
  const { parts } = context
  const { searchParams } = new URL(request.url)
  const filter = readPlansFilter(searchParams)
  const [plans, handoffs] = await Promise.all([
    getPlansList(parts, actor, { filter, page: readPlansPage(searchParams) }),
    listAskedHandoffs(parts, actor),
  ])
    .catch(refuseOverloaded)
    .catch(throwAsPage)
  // What the worker computes later is no change of the workspace.
  if (plans.outdated === 0) context.keeping?.keep()
  const { previous, next, ...list } = plans
  return {
    ...{ filter, handoffs, ...list },
    previousPath: previous && plansPath(filter, writePlansPage({ before: previous })),
    nextPath: next && plansPath(filter, writePlansPage({ after: next })),
    mayCreate: mayEver('create-plan', standingsOfMember(actor.roles)),
  }
}

const archivedPath = '/plans?archived=yes'

export default function PlansPage() {
  const { filter, handoffs, rows, hasAny, hasArchived, outdated, mayCreate, today, ...to } =
    useLoaderData<typeof loader>()
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
      {hasAny && <PlansFilterForm filter={filter} />}
      {outdated > 0 && <p role="status">{outdatedWords(outdated)}</p>}
      {hasAny && rows.length === 0 ? (
        <p>
          {plansPageWords.noneMatch}{' '}
          <PageLink to={filter.archived ? archivedPath : '/plans'}>{plansPageWords.showAll}</PageLink>
        </p>
      ) : filter.archived && !hasAny ? (
        <p>{plansPageWords.noneArchived}</p>
      ) : (
        <PlansTable rows={rows} today={today} />
      )}
      {rows.length > 0 && <PlansFileLinks />}
      <PlacePager previous={to.previousPath} next={to.nextPath} />
      {filter.archived ? (
        <p className="after-table">
          <PageLink to="/plans">{plansPageWords.toActive}</PageLink>
        </p>
      ) : (
        hasArchived && (
          <p className="after-table">
            <PageLink to={archivedPath}>{plansPageWords.archivedTitle}</PageLink>
          </p>
        )
      )}
    </>
  )
}
