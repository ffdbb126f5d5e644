import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { oneLine } from '#app/kit/plain-text.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead } from '#app/ui/panel.tsx'
import { FindPersonForm } from './erasure/find-person-form.tsx'
import { findPeople, listAsked } from './erasure/erasure-queries.server.ts'
import { getRetention } from './retention/get-retention.server.ts'
import { RetentionForm } from './retention/retention-form.tsx'
import { workspacePages } from './workspace-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(workspacePages.data) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/data')
  const { searchParams } = new URL(request.url)
  const typed = oneLine(searchParams.get('who') ?? '').slice(0, 254)
  return {
    retention: await getRetention(context.parts, actor.workspaceId),
    typed,
    asked: await listAsked(context.parts, actor.workspaceId),
    people: typed === '' ? null : await findPeople(context.parts, actor.workspaceId, typed),
    formKey: newId(),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/data')
  const sender = { context, actor, scopeId: actor.workspaceId }
  return dispatch(request, sender, { 'set-retention': { then: () => '/workspace/data' } })
}

export default function RetentionAndRequestsPage() {
  const { retention, typed, asked, people, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead title={workspacePages.data} eyebrow={<PageLink to="/workspace">{workspacePages.workspace}</PageLink>} />
      <RetentionForm
        retention={retention}
        idempotencyKey={keyFor('set-retention')}
        reply={replyTo(reply, 'set-retention')}
      />
      <FindPersonForm key={typed} typed={typed} asked={asked} people={people} />
    </div>
  )
}
