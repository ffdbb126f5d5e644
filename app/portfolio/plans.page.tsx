import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/guards.server.ts'
import { mayEver, standingsOfMember } from '#app/access/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { PlansFilterForm } from './components/plans-filter-form.tsx'
import { PlansTable } from './components/plans-table.tsx'
import { readPlansFilter } from './plans-filter.ts'
import { getTimeZone, listPlans } from './queries.server.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Plans') }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'plans')
  const { parts } = context
  const filter = readPlansFilter(new URL(request.url).searchParams)
  const [{ rows, total, archived }, timeZone] = await Promise.all([
    listPlans(parts, actor, filter),
    getTimeZone(parts, actor.workspaceId),
  ])
  return {
    filter,
    rows,
    total,
    archived,
    mayCreate: mayEver('create-plan', standingsOfMember(actor.roles)),
    today: todayIn(timeZone, parts.clock.now()),
  }
}

const archivedPath = '/plans?archived=yes'

export default function PlansPage() {
  const { filter, rows, total, archived, mayCreate, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title={filter.archived ? 'Archived plans' : 'Plans'}
        {...(filter.archived ? { intro: 'Read by members alone. The lead or an admin brings one back.' } : {})}
        actions={
          mayCreate && (
            <ButtonLink to="/plans/new" tone="main">
              New plan
            </ButtonLink>
          )
        }
      />
      {total > 0 && <PlansFilterForm filter={filter} />}
      {total > 0 && rows.length === 0 ? (
        <p>
          No plan fits this choice.{' '}
          <Link to={filter.archived ? archivedPath : '/plans'}>
            {total === 1 ? 'Show the one there is' : `Show all ${total}`}
          </Link>
        </p>
      ) : filter.archived && total === 0 ? (
        <p>Nothing is archived.</p>
      ) : (
        <PlansTable rows={rows} today={today} />
      )}
      {filter.archived ? (
        <p className="after-table">
          <Link to="/plans">Back to the plans that are not archived</Link>
        </p>
      ) : (
        archived > 0 && (
          <p className="after-table">
            <Link to={archivedPath}>{archived === 1 ? 'One archived plan' : `${archived} archived plans`}</Link>
          </p>
        )
      )}
    </>
  )
}
