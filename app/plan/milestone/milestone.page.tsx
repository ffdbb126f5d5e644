import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { conversationForms } from '#app/talk/conversation/conversation-forms.ts'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { Conversation } from '#app/talk/conversation/conversation.tsx'
import { conversationWords } from '#app/talk/conversation/conversation-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { useLivePage } from '#app/ui/use-live-page.ts'
import { ActivityList } from '../activity/activity-list.tsx'
import { askWords } from '../view/plan-words.ts'
import { PrintButton, PrintWithPrivate } from '../core/print-button.tsx'
import { ownCompany } from '../view/private-part.tsx'
import { LinkedTasks } from '../task/linked-tasks.tsx'
import { getMilestonePage } from './get-milestone-page.server.ts'
import { MilestoneFacts } from './milestone-facts.tsx'
import { milestonePageWords } from './milestone-page-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(page ? page.milestone.title : milestonePageWords.title, page?.project) },
]

/** One milestone to read, for everyone on the plan. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/milestones/:milestoneId/view',
    params['planId'],
  )
  const { planId } = viewer
  const page = await getMilestonePage(context.parts, viewer, planId, params['milestoneId'] ?? '').catch(throwAsPage)
  const conversation = await getConversation(context.parts, viewer, page.milestone.id)
  return { ...page, conversation, planId, number: viewer.plan.number, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const { milestoneId = '' } = params
  const shownAt = planLinks(planId).milestonePage(milestoneId)
  return dispatch(request, { context, actor, scopeId: planId }, conversationForms(shownAt, milestoneId))
}

export default function MilestonePage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { milestone, viewer, workspace, account, conversation, tasks, entries, planId } = page
  const links = planLinks(planId)
  const company = ownCompany(page)
  useLivePage(links.events, page.number)
  const hasPrivate = [...tasks, ...entries].some(({ isPrivate }) => isPrivate)
  return (
    <div className="stack">
      <PageHead
        title={milestone.title}
        eyebrow={<PageLink to={links.milestoneOnPlan(milestone.id)}>{page.project}</PageLink>}
        actions={
          <span className="acts">
            {conversation.mayWrite && <ButtonLink to={links.ask(milestone.id)}>{askWords[viewer.side]}</ButtonLink>}
            {viewer.may.edit && (
              <>
                <ButtonLink to={links.newTask(milestone.id)}>{milestonePageWords.addTask}</ButtonLink>
                <ButtonLink to={links.milestone(milestone.id)}>{milestonePageWords.edit}</ButtonLink>
              </>
            )}
          </span>
        }
      />
      <Panel>
        <MilestoneFacts shown={page} />
      </Panel>
      <LinkedTasks
        title={milestonePageWords.tasks}
        none={milestonePageWords.noTasks}
        tasks={tasks}
        links={links}
        company={company}
      />
      <Conversation
        conversation={conversation}
        companies={{ vendor: workspace.name, customer: account.name }}
        side={viewer.side}
        isPrivate={false}
        formKey={page.formKey}
        reply={reply}
        empty={conversationWords.emptyMilestone}
      />
      <section>
        <h2>{milestonePageWords.activity}</h2>
        <ActivityList entries={entries} links={links} company={company} />
      </section>
      <p className="no-print print-choices">
        <PrintButton /> {hasPrivate && <PrintWithPrivate />}
      </p>
    </div>
  )
}
