import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { formKeys } from '#app/ui/form-keys.ts'
import { Form } from '#app/ui/form.tsx'
import { replyTo } from '#app/ui/form-reply.ts'
import { Moment } from '#app/ui/moment.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { listFailedEmails } from './failed-email-queries.server.ts'
import { failedEmailWords, failedEmailsWords } from './failed-email-words.ts'

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
          <ul className="people bare" aria-label={failedEmailsWords.title}>
            {emails.map(({ id, kind, to, failure, at, maySend }) => (
              <li key={id}>
                <span>
                  <b>{failedEmailWords(kind, to)}</b>
                  <small>
                    <Moment at={at} />
                  </small>
                  <small>{failure ?? failedEmailsWords.unknown}</small>
                </span>
                <div className="people-acts">
                  {maySend && (
                    <Form
                      intent="send-email-again"
                      idempotencyKey={keyFor('send-email-again', id)}
                      hidden={{ noticeId: id }}
                      reply={replyTo(reply, 'send-email-again', { noticeId: id })}
                    >
                      <SubmitButton tone="quiet" aria-label={buttonAbout(failedEmailsWords.sendAgain, to)}>
                        {failedEmailsWords.sendAgain}
                      </SubmitButton>
                    </Form>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}
