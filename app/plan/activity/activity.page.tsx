import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { requirePlanPage } from '#app/access/core/guards.server.ts'
import { sideOf } from '#app/policy/policy.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { listActivity } from './list-activity.server.ts'
import { PrintWithPrivate } from '../page/print-button.tsx'
import { ActivityList } from './activity-list.tsx'
import { UndoForm } from '../undo/undo-form.tsx'

export const meta: MetaFunction = () => [{ title: pageTitle('Activity') }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/activity', params['planId'])
  const activity = await listActivity(context.parts, viewer, viewer.planId).catch(throwAsPage)
  const company = sideOf(viewer.actor) === 'vendor' ? viewer.workspace.name : activity.account
  const { keeping } = context
  keeping?.keep()
  return { ...activity, company, planId: viewer.planId, formKey: keeping?.formKey ?? newId() }
}

export default function ActivityPage() {
  const { project, company, entries, planId, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="Activity" eyebrow={<Link to={planLinks(planId).plan}>{project}</Link>} />
      {entries.some(({ isPrivate }) => isPrivate) && (
        <p className="no-print">
          <PrintWithPrivate />
        </p>
      )}
      <ActivityList
        entries={entries}
        links={planLinks(planId)}
        company={company}
        undo={({ number, what }) => <UndoForm planId={planId} number={number} formKey={formKey} what={what} />}
      />
    </>
  )
}
