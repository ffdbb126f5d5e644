import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePlanPage, requirePlanViewer } from '#app/access/core/require-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { planLinks } from '#app/kit/paths.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { refusedReply, submit } from '#app/runner/submit.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { AddFileForm } from './add-file-form.tsx'
import { addFile } from './add-file.server.ts'
import { getTaskSubject } from './attachment-queries.server.ts'
import { receiveFile } from './receive-file.server.ts'
import { discardUnadded } from './store-file.server.ts'
import { attachmentsWords } from './attachment-words.ts'

export { keepTypedUpload as clientAction } from '#app/ui/keep-typed.ts'

/** The server hands on the body as it arrives. */
export const handle = { streamed: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(attachmentsWords.addFile, data?.project) },
]

/** The form of a file alone: for its faults, and without JavaScript. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/tasks/:taskId/files', params['planId'])
  const { id, title } = await getTaskSubject(context.parts, viewer, params['taskId'] ?? '').catch(throwAsPage)
  return { planId: viewer.planId, project: viewer.plan.project, taskId: id, title, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await requirePlanViewer({ request, context }, params['planId'])
  const { actor, planId } = viewer
  const { parts } = context
  const { taskId = '' } = params
  const { values, file } = await receiveFile(context, viewer, { request, taskId }).catch(throwAsPage)
  if (file instanceof Refusal) return refusedReply(file, values)
  const { id, name, digest } = file
  const sent = { request, parts, actor, scopeId: planId, values, input: { taskId, name, digest } }
  try {
    return await submit(addFile, sent, () => planLinks(planId).taskFiles(taskId)).catch(throwAsPage)
  } finally {
    // Where that fails, the file is deleted in a night, and what was answered stands.
    await discardUnadded(parts, actor.workspaceId, id).catch((error: unknown) =>
      parts.log.warn({ err: error }, 'a file that was not added could not be deleted'),
    )
  }
}

export default function AddFilePage() {
  const { planId, taskId, title, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const links = planLinks(planId)
  return (
    <>
      <PageHead title={attachmentsWords.addFile} eyebrow={<PageLink to={links.taskFiles(taskId)}>{title}</PageLink>} />
      <Panel>
        <AddFileForm action={links.addFile(taskId)} idempotencyKey={formKey} reply={replyTo(reply, 'add-file')} />
      </Panel>
    </>
  )
}
