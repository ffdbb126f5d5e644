import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import type { PreviewReply } from '#app/runner/reply.ts'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import type { Difference } from '../what-if/difference.ts'
import { addTask } from './add-task.server.ts'
import { TaskForm } from './task-form.tsx'
import { taskInput } from './task-input.server.ts'
import { getNewTask } from './task-form-queries.server.ts'
import { PreviewButton, PreviewResult } from '../what-if/preview-parts.tsx'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import { addTaskWords } from '../view/plan-words.ts'
import { newTaskPageWords } from './task-page-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(newTaskPageWords.title, data?.form.project) },
]

const milestoneOf = (request: Request) => new URL(request.url).searchParams.get('milestone') ?? ''

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/tasks/new',
    params['planId'],
    planRefusals.viewOnly,
  )
  const milestoneId = milestoneOf(request)
  const form = await getNewTask(context.parts, viewer, viewer.planId, milestoneId).catch(throwAsPage)
  const typed = new URL(request.url).searchParams.get('title') ?? ''
  return { form, milestoneId, typed, planId: viewer.planId, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'add-task': {
        input: (values) => ({ ...taskInput(values), milestoneId: values['milestoneId'] ?? milestoneOf(request) }),
        before: previewIfAsked(addTask, { parts, viewer, planId }),
        then: ({ taskId }) => planLinks(planId).taskOnPlan(taskId),
      },
    },
  )
}

export default function NewTaskPage() {
  const { form, milestoneId, typed, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead
        title={addTaskWords(form.milestone)}
        eyebrow={<PageLink to={links.plan}>{form.project}</PageLink>}
        intro={form.nearlyFull}
        actions={<ButtonLink to={links.meetingNotes}>{newTaskPageWords.fromNotes}</ButtonLink>}
      />
      <Panel>
        <TaskForm
          idempotencyKey={formKeys(formKey)('add-task', milestoneId)}
          reply={replyTo(reply, 'add-task')}
          typed={typed}
          owners={form.owners}
          companies={form.companies}
          mayBePrivateTo={form.mayBePrivateTo}
          today={form.today}
          choices={form.choices}
          hidden={{ milestoneId }}
          cancelTo={links.plan}
          actions={<PreviewButton />}
          preview={<PreviewResult shown={reply?.status === 'previewed' ? reply.shown : null} />}
        />
      </Panel>
    </>
  )
}
