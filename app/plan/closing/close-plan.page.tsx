import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { getClosingPage } from './closing-queries.server.ts'
import { ClosingForms } from './closing-forms.tsx'
import { closePageWords } from './closing-form-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'
import { planNameWords } from '#app/ui/name-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(closePageWords.title, data?.page.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/close',
    params['planId'],
    planRefusals.leadOrAdmin,
  )
  const page = await getClosingPage(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const then = () => planLinks(planId).plan
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'close-plan': { then },
      'reopen-plan': { then },
      'archive-plan': { then },
      'restore-plan': { then },
    },
  )
}

export default function ClosePlanPage() {
  const { page, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <div className="stack">
      <PageHead
        title={closePageWords.title}
        eyebrow={<PageLink to={links.plan}>{planNameWords(page)}</PageLink>}
        intro={closePageWords.intro}
      />
      <ClosingForms page={page} formKey={formKey} reply={reply} cancelTo={links.plan} />
    </div>
  )
}
