import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { MilestoneForm } from './milestone-form.tsx'
import { stages } from '../core/stages.ts'
import { getNearlyFullWords } from './get-nearly-full-words.server.ts'
import { newMilestoneWords } from './milestone-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(newMilestoneWords.title, data?.project) },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/milestones/new',
    params['planId'],
    planRefusals.viewOnly,
  )
  const asked = new URL(request.url).searchParams.get('stage')
  const nearlyFull = await getNearlyFullWords(context.parts, viewer, viewer.planId)
  const stage = stages.find((it) => it === asked) ?? null
  return { stage, nearlyFull, planId: viewer.planId, project: viewer.plan.project, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const sender = { context, actor, scopeId: planId }
  return dispatch(request, sender, { 'add-milestone': { then: () => planLinks(planId).plan } })
}

export default function NewMilestonePage() {
  const { stage, nearlyFull, planId, project, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title={newMilestoneWords.title}
        eyebrow={<PageLink to={links.plan}>{project}</PageLink>}
        intro={nearlyFull}
      />
      <Panel>
        <MilestoneForm
          idempotencyKey={formKeys(formKey)('add-milestone')}
          reply={replyTo(reply, 'add-milestone')}
          {...(stage ? { stage } : {})}
          cancelTo={links.plan}
        />
      </Panel>
    </>
  )
}
