import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { MilestoneForm } from './milestone-form.tsx'
import { getMilestoneForEdit } from '../task/task-form-queries.server.ts'
import { editTitle } from '../core/edit-title.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? editTitle(page.milestone.values.title) : 'Edit a milestone') },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/milestones/:milestoneId',
    params['planId'],
    'You can view this plan but not change it.',
  )
  const milestoneId = params['milestoneId'] ?? ''
  const milestone = await getMilestoneForEdit(context.parts, viewer, viewer.planId, milestoneId).catch(throwAsPage)
  return { milestone, milestoneId, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      'edit-milestone': {
        input: (values) => ({ ...values, milestoneId: params['milestoneId'] ?? '' }),
        then: () => planLinks(planId).plan,
      },
    },
  )
}

export default function MilestonePage() {
  const { milestone, milestoneId, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead title={milestone.values.title} eyebrow={<Link to={links.plan}>{milestone.project}</Link>} />
      <Panel>
        <MilestoneForm
          idempotencyKey={formKeys(formKey)('edit-milestone', milestoneId)}
          reply={replyTo(reply, 'edit-milestone')}
          values={milestone.values}
          fixedStage={milestone.fixedStage}
          cancelTo={links.plan}
        />
      </Panel>
    </>
  )
}
