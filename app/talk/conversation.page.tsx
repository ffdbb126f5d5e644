import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { dispatch } from '#app/commands/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { useLivePlan } from '#app/plan/page/use-live-plan.ts'
import { sideOf } from '#app/policy/policy.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { Conversation } from './comments/conversation.tsx'
import { getConversation } from './comments/conversation-queries.server.ts'
import { OtherConversations } from './comments/other-conversations.tsx'
import { getTalkPage } from './comments/talk-page-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction = () => [{ title: pageTitle('Conversation') }]

/** What was said about a plan, and where else on it people talk. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/conversation', params['planId'])
  const { planId } = viewer
  const page = await getTalkPage(context.parts, viewer).catch(throwAsPage)
  const conversation = await getConversation(context.parts, viewer, planId)
  const side = sideOf(viewer.actor)
  return { ...page, conversation, planId, side, number: viewer.plan.number, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const { conversation } = planLinks(planId)
  const then = ({ commentId }: { commentId: string }) => `${conversation}#comment-${commentId}`
  return dispatch(
    request,
    { parts: context.parts, actor, scopeId: planId },
    {
      'add-comment': { then },
      'edit-comment': { then },
      'delete-comment': { then },
      'restore-comment': { then },
      'resolve-thread': { then },
      'reopen-thread': { then },
    },
  )
}

export default function ConversationPage() {
  const { project, companies, others, conversation, planId, side, number, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  useLivePlan(planId, number)
  return (
    <div className="stack">
      <PageHead title="Conversation" eyebrow={<Link to={links.plan}>{project}</Link>} />
      <Conversation
        conversation={conversation}
        companies={companies}
        side={side}
        isPrivate={false}
        formKey={formKey}
        reply={reply}
        empty="Nothing has been written about the plan yet. Comments on a task are on the task’s page."
      />
      <OtherConversations others={others} links={links} />
    </div>
  )
}
