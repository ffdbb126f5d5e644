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
  const [{ rows, total }, timeZone] = await Promise.all([
    listPlans(parts, actor, filter),
    getTimeZone(parts, actor.workspaceId),
  ])
  return {
    filter,
    rows,
    total,
    mayCreate: mayEver('create-plan', standingsOfMember(actor.roles)),
    today: todayIn(timeZone, parts.clock.now()),
  }
}

export default function PlansPage() {
  const { filter, rows, total, mayCreate, today } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Plans"
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
          No plan fits this choice. <Link to="/plans">Show all {total}</Link>
        </p>
      ) : (
        <PlansTable rows={rows} today={today} />
      )}
    </>
  )
}
