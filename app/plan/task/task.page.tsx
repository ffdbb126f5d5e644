import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/guards.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { Attachments } from '#app/talk/files/attachments.tsx'
import { getAttachments } from '#app/talk/files/attachment-queries.server.ts'
import { Conversation } from '#app/talk/comments/conversation.tsx'
import { getConversation } from '#app/talk/comments/conversation-queries.server.ts'
import { conversationForms } from '#app/talk/conversation-forms.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { ActivityList } from '../activity/activity-list.tsx'
import { askWords } from '../core/plan-words.ts'
import { PrivateMark, ownCompany } from '../core/private-part.tsx'
import { PrintButton, PrintWithPrivate } from '../core/print-button.tsx'
import { useLivePage } from '#app/ui/use-live-page.ts'
import { LinkedTasks } from './linked-tasks.tsx'
import { TaskDescription } from './task-description.tsx'
import { TaskFacts } from './task-facts.tsx'
import { getTaskPage } from './get-task-page.server.ts'
import { visibleOnlyWords } from '../core/private-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: pageTitle(!page ? 'Task' : page.task.privateTo ? 'Private task' : page.task.title) },
]

/** One task to read, for everyone who may see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/tasks/:taskId/view', params['planId'])
  const page = await getTaskPage(context.parts, viewer, viewer.planId, params['taskId'] ?? '').catch(throwAsPage)
  const [conversation, attachments] = await Promise.all([
    getConversation(context.parts, viewer, page.task.id),
    getAttachments(context.parts, viewer, page.task.id),
  ])
  return { ...page, conversation, attachments, planId: viewer.planId, number: viewer.plan.number, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, planId } = await requirePlanViewer({ request, context }, params['planId'])
  const { taskId = '' } = params
  const links = planLinks(planId)
  const then = () => links.taskFiles(taskId)
  return dispatch(
    request,
    { context, actor, scopeId: planId },
    {
      ...conversationForms(links.taskPage(taskId), taskId),
      'add-link': { input: (values) => ({ ...values, taskId }), then },
      'remove-attachment': { then },
      'restore-attachment': { then },
    },
  )
}

export default function TaskPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { task, project, viewer, planId, workspace, account } = page
  const links = planLinks(planId)
  const company = ownCompany(page)
  useLivePage(links.events, page.number)
  const isPrivate = task.privateTo !== null
  const hasPrivate = isPrivate || [...page.entries, ...page.waitsFor, ...page.waitedForBy].some((it) => it.isPrivate)
  return (
    <div className={isPrivate ? 'stack own-only' : 'stack'}>
      {isPrivate && <PrivateMark company={company} />}
      <PageHead
        title={task.title}
        eyebrow={<Link to={links.taskOnPlan(task.id)}>{project}</Link>}
        intro={isPrivate ? visibleOnlyWords(company) : undefined}
        actions={
          <span className="acts">
            {!isPrivate && page.conversation.mayWrite && (
              <ButtonLink to={links.ask(task.id)}>{askWords[viewer.side]}</ButtonLink>
            )}
            {viewer.may.edit && <ButtonLink to={links.editTask(task.id)}>Edit this task</ButtonLink>}
          </span>
        }
      />
      <Panel>
        <TaskFacts page={page} />
        {page.description && <TaskDescription html={page.description} />}
      </Panel>
      <Attachments
        view={page.attachments}
        companies={{ vendor: workspace.name, customer: account.name }}
        side={viewer.side}
        addFileTo={links.addFile(task.id)}
        formKey={page.formKey}
        reply={reply}
      />
      <Conversation
        conversation={page.conversation}
        companies={{ vendor: workspace.name, customer: account.name }}
        side={viewer.side}
        isPrivate={isPrivate}
        formKey={page.formKey}
        reply={reply}
        empty="Nothing has been written about this task yet."
      />
      <LinkedTasks title="Depends on" none="No dependencies." tasks={page.waitsFor} links={links} company={company} />
      <LinkedTasks
        title="Required for"
        none="No task depends on this one."
        tasks={page.waitedForBy}
        links={links}
        company={company}
      />
      <section>
        <h2>Activity</h2>
        <ActivityList entries={page.entries} links={links} company={company} />
      </section>
      <p className="no-print print-choices">
        <PrintButton /> {hasPrivate && <PrintWithPrivate />}
      </p>
    </div>
  )
}
