import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { planLinks } from '#app/kit/paths.ts'
import type { PostedValues, PreviewReply } from '#app/runner/reply.ts'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { sideOf } from '#app/policy/policy.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import type { Difference } from '../what-if/difference.ts'
import { useToldFields } from '../presence/use-told-fields.ts'
import { editTask } from './edit-task.server.ts'
import { PrivateMark } from '../view/private-part.tsx'
import { DoneOnForm, RemoveTaskForm, SendBackForm, StartedOnForm } from './task-actions.tsx'
import { AskResultForm } from './ask-result-form.tsx'
import { MoveTaskForm } from './move-task-form.tsx'
import { moveTasks } from './move-tasks.server.ts'
import { TaskForm } from './task-form.tsx'
import { taskInput } from './task-input.server.ts'
import { getTaskForEdit } from './task-form-queries.server.ts'
import { PreviewButton, PreviewResult } from '../what-if/preview-parts.tsx'
import { previewIfAsked } from '../what-if/preview-command.server.ts'
import { editTitle } from '../outline/edit-title-words.ts'
import { editTaskPageWords } from './task-page-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: pageTitle(
      !page
        ? editTaskPageWords.title
        : page.task.values.private
          ? editTaskPageWords.privateTitle
          : editTitle(page.task.values.title),
      page?.task.project,
    ),
  },
]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/tasks/:taskId',
    params['planId'],
    planRefusals.viewOnly,
  )
  const taskId = params['taskId'] ?? ''
  const task = await getTaskForEdit(context.parts, viewer, viewer.planId, taskId).catch(throwAsPage)
  const company = task.companies[sideOf(viewer.actor)]
  const { keeping } = context
  keeping?.keep()
  return { task, company, taskId, planId: viewer.planId, formKey: keeping?.formKey ?? newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  const taskId = params['taskId'] ?? ''
  const links = planLinks(planId)
  const input = (values: PostedValues) => ({ ...values, taskId })
  const then = () => links.taskOnPlan(taskId)
  return dispatch<PreviewReply<Difference>>(
    request,
    { context, actor, scopeId: planId },
    {
      'complete-task': { input, then },
      'reopen-task': { input, then },
      'start-task': { input, then },
      'send-back-task': { input, then },
      'move-tasks': {
        input: (values) => ({ ...values, taskIds: [taskId] }),
        before: previewIfAsked(moveTasks, { parts, viewer, planId }),
        then,
      },
      'ask-result': { input, then: () => links.taskPage(taskId) },
      'remove-task': { input, then: () => links.plan },
      'edit-task': {
        input: (values) => ({ ...taskInput(values), taskId }),
        before: previewIfAsked(editTask, { parts, viewer, planId }),
        then,
      },
    },
  )
}

export default function EditTaskPage() {
  const { task, company, taskId, planId, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  const told = useToldFields(links.editing, taskId)
  const actions = { taskId, formKey, reply }
  const previewed = reply?.status === 'previewed' ? reply : undefined
  const previewOf = previewed?.values['intent']
  return (
    <>
      {task.values.private && <PrivateMark company={company} />}
      <PageHead
        title={task.values.title}
        eyebrow={<PageLink to={links.taskOnPlan(taskId)}>{task.project}</PageLink>}
        actions={<ButtonLink to={links.taskPage(taskId)}>{editTaskPageWords.toTaskPage}</ButtonLink>}
      />
      <Panel>
        <div {...told}>
          <TaskForm
            key={taskId}
            idempotencyKey={formKeys(formKey)('edit-task', taskId)}
            reply={replyTo(reply, 'edit-task')}
            values={task.values}
            owners={task.owners}
            alsoOwns={task.alsoOwns}
            companies={task.companies}
            today={task.today}
            choices={task.choices}
            mayBePrivateTo={task.mayBePrivateTo}
            cancelTo={links.taskOnPlan(taskId)}
            actions={<PreviewButton />}
            preview={<PreviewResult shown={previewOf === 'edit-task' ? previewed?.shown : null} />}
          />
        </div>
      </Panel>
      {task.status === 'done' && <SendBackForm {...actions} doneBy={task.ownerToTell} />}
      {task.status === 'open' && <StartedOnForm {...actions} today={task.today} />}
      {task.status !== 'done' && <DoneOnForm {...actions} today={task.today} />}
      <AskResultForm {...actions} values={task.result} owners={task.owners} companies={task.companies} />
      <MoveTaskForm
        {...actions}
        place={task.place}
        actions={<PreviewButton />}
        preview={previewOf === 'move-tasks' ? <PreviewResult shown={previewed?.shown} /> : null}
      />
      <RemoveTaskForm {...actions} bridges={task.bridges} />
    </>
  )
}
