import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { buildView } from '#app/plan/view/build-view.ts'
import { otherCompany } from '#app/plan/view/plan-frame.ts'
import { getPlanMaterial } from '#app/plan/view/plan-queries.server.ts'
import { ownCompany } from '#app/plan/view/private-part.tsx'
import { tasksOf } from '#app/plan/view/shown-tasks.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { ExportForm } from './export-form.tsx'
import { planExportWords } from './export-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(planExportWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/export', params['planId'])
  const plan = buildView(await getPlanMaterial(context.parts, viewer, viewer.planId).catch(throwAsPage))
  return {
    planId: viewer.planId,
    project: plan.project,
    company: ownCompany(plan),
    other: otherCompany(plan),
    hasPrivate: tasksOf(plan).some(({ hidden, privateTo }) => !hidden && privateTo !== null),
  }
}

export default function ExportPage() {
  const { planId, project, ...companies } = useLoaderData<typeof loader>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title={planExportWords.title}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={planExportWords.intro}
      />
      <Panel>
        <ExportForm action={links.exportFile} {...companies} />
      </Panel>
    </>
  )
}
