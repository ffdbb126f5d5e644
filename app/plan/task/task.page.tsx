import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { getAttachments } from '#app/talk/files/attachment-queries.server.ts'
import { TaskTalk } from '#app/talk/task-talk.tsx'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { conversationForms } from '#app/talk/conversation/conversation-forms.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { getTaskPage } from './get-task-page.server.ts'
import type { LatePromise } from './late-promise.ts'
import { askAboutLatePromise } from './ask-about-late-promise.server.ts'
import { talkPropsOf } from './shown-task.ts'
import { TaskActions, TaskDetail } from './task-detail.tsx'
import { TaskResultSection } from './task-result-section.tsx'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { useLivePage } from '#app/ui/use-live-page.ts'
import { EditedNow } from '../presence/here-now.tsx'
import { tellPresent } from '../presence/present.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'
import { visibleOnlyWords } from '../core/private-words.ts'
import { PrintButton, PrintWithPrivate } from '../core/print-button.tsx'
import { taskCalendarWords } from './task-calendar-words.ts'
import { taskPageWords } from './task-page-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: pageTitle(
      !page ? taskPageWords.title : page.task.privateTo ? taskPageWords.privateTitle : page.task.title,
      page?.project,
    ),
  },
]

/** One task to read, for everyone who may see it. Its forms are posted from beside the plan, too, with `?beside`. */
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
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { taskId = '' } = params
  const links = planLinks(planId)
  const isBeside = new URL(request.url).searchParams.has('beside')
  const shownAt = isBeside ? links.taskBeside(taskId) : links.taskPage(taskId)
  const then = () => (isBeside ? shownAt : links.taskFiles(taskId))
  const toResult = () => links.result(taskId)
  const toPromise = () => (isBeside ? shownAt : links.promise(taskId))
  return dispatch<PreviewReply<LatePromise>>(
    request,
    { context, actor, scopeId: planId },
    {
      ...conversationForms(shownAt, taskId),
      'give-result': { input: (values) => ({ ...values, taskId }), then: toResult },
      'ask-approval': { input: (values) => ({ ...values, taskId }), then: toResult },
      'answer-approval': { input: (values) => ({ ...values, taskId }), then: toResult },
      'promise-date': {
        input: (values) => ({ ...values, taskId }),
        before: askAboutLatePromise({ parts: context.parts, viewer, planId }),
        then: toPromise,
      },
      'withdraw-promise': { input: (values) => ({ ...values, taskId }), then: toPromise },
      'add-link': { input: (values) => ({ ...values, taskId }), then },
      'remove-attachment': { then },
      'restore-attachment': { then },
    },
  )
}

export default function TaskPage() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { task, project, planId } = page
  const links = planLinks(planId)
  const company = ownCompany(page)
  useLivePage(links.events, page.number, tellPresent)
  const isPrivate = task.privateTo !== null
  const hasPrivate = isPrivate || [...page.entries, ...page.waitsFor, ...page.waitedForBy].some((it) => it.isPrivate)
  return (
    <div className={isPrivate ? 'stack read-task own-only' : 'stack read-task'} id={`task-${task.id}`}>
      {isPrivate && <PrivateMark company={company} />}
      <PageHead
        title={task.title}
        eyebrow={<PageLink to={links.taskOnPlan(task.id)}>{project}</PageLink>}
        intro={isPrivate ? visibleOnlyWords(company) : undefined}
        actions={<TaskActions shown={page} />}
      />
      <TaskResultSection shown={page} reply={reply} />
      <TaskDetail
        shown={page}
        reply={reply}
        talk={
          <TaskTalk
            conversation={page.conversation}
            attachments={page.attachments}
            reply={reply}
            {...talkPropsOf(page)}
          />
        }
      />
      <EditedNow />
      <p className="no-print print-choices">
        <PrintButton /> {hasPrivate && <PrintWithPrivate />}{' '}
        <a className="btn quiet" href={links.taskCalendar(task.id)} download="">
          {taskCalendarWords.add}
        </a>
      </p>
    </div>
  )
}
