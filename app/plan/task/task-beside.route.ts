import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { newId } from '#app/kit/ids.ts'
import { getConversation } from '#app/talk/conversation/conversation-queries.server.ts'
import { getAttachments } from '#app/talk/files/attachment-queries.server.ts'
import type { TaskTalkProps } from '#app/talk/task-talk.tsx'
import { getTaskPage } from './get-task-page.server.ts'
import type { ShownTask } from './shown-task.ts'

type BesideTask = ShownTask & Pick<TaskTalkProps, 'conversation' | 'attachments'>

/** A task to read, as JSON: asked for when it is opened beside its plan. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/tasks/:taskId/beside', params['planId'])
  const { planId } = viewer
  const page = await getTaskPage(context.parts, viewer, planId, params['taskId'] ?? '').catch(throwAsPage)
  const [conversation, attachments] = await Promise.all([
    getConversation(context.parts, viewer, page.task.id),
    getAttachments(context.parts, viewer, page.task.id),
  ])
  return Response.json({ ...page, conversation, attachments, planId, formKey: newId() } satisfies BesideTask)
}
