import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { newId } from '#app/kit/ids.ts'
import { throwAsPage } from '#app/runner/as-page.server.ts'
import { one, readForm } from '#app/runner/read-form.server.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { asResponse, submit } from '#app/runner/submit.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { getClosingPage } from './closing-queries.server.ts'
import { archivePlan } from './archive-plan.server.ts'
import { closePlan } from './close-plan.server.ts'
import { reopenPlan } from './reopen-plan.server.ts'
import { restorePlan } from './restore-plan.server.ts'
import { ClosingForms } from './closing-forms.tsx'
import { planLinks } from '../core/plan-links.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Close or archive') }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/close',
    params['planId'],
    'Only the plan’s lead or an admin can do this.',
  )
  const page = await getClosingPage(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return { page, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const values = await readForm(request).catch(throwAsPage)
  const order = { parts: context.parts, actor, scopeId: planId, values }
  const back = () => planLinks(planId).plan
  switch (one(values, 'intent')) {
    case 'close-plan':
      return submit(closePlan, order, back)
    case 'reopen-plan':
      return submit(reopenPlan, order, back)
    case 'archive-plan':
      return submit(archivePlan, order, back)
    case 'restore-plan':
      return submit(restorePlan, order, back)
    default:
      throw asResponse(new Refusal(400, 'This form is not valid. Please reload the page.'))
  }
}

export default function ClosePage() {
  const { page, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <div className="stack">
      <PageHead
        title="Close or archive"
        eyebrow={
          <Link to={links.plan}>
            {page.account}: {page.project}
          </Link>
        }
        intro="You can undo both. Nothing is deleted."
      />
      <ClosingForms page={page} formKey={formKey} reply={reply} cancelTo={links.plan} />
    </div>
  )
}
