import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { FailedEmailList } from './failed-email-list.tsx'
import { listFailedEmails } from './failed-email-queries.server.ts'
import { failedEmailsWords } from './failed-email-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(failedEmailsWords.title) }]

/** Emails of the workspace that could not be sent, for its admins. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/emails')
  return { emails: await listFailedEmails(context.parts, actor.workspaceId), formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/emails')
  const then = () => ({ path: '/workspace/emails', says: failedEmailsWords.queued })
  return dispatch(request, { context, actor, scopeId: actor.workspaceId }, { 'send-email-again': { then } })
}

export default function FailedEmailsPage() {
  const { emails, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead
        title={failedEmailsWords.title}
        eyebrow={<PageLink to="/workspace">{mainPageNames.workspace}</PageLink>}
        intro={failedEmailsWords.intro}
      />
      {emails.length === 0 ? (
        <Empty title={failedEmailsWords.none}>{failedEmailsWords.noneHint}</Empty>
      ) : (
        <Panel className="flush">
          <FailedEmailList emails={emails} keyFor={keyFor} reply={reply} />
        </Panel>
      )}
    </div>
  )
}
