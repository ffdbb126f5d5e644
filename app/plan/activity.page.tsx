import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { requirePlanPage } from '#app/access/guards.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { listActivity } from './activity-queries.server.ts'
import { ActivityList } from './components/activity-list.tsx'
import { planLinks } from './components/plan-links.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Activity') }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/activity', params['planId'])
  return { ...(await listActivity(context.parts, viewer, viewer.planId).catch(throwAsPage)), planId: viewer.planId }
}

export default function ActivityPage() {
  const { project, entries, planId } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Activity" eyebrow={<a href={planLinks(planId).plan}>{project}</a>} />
      <ActivityList entries={entries} links={planLinks(planId)} />
    </>
  )
}
