import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mustSignInAgain } from '#app/policy/fresh-sign-in.ts'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { notFound } from '#app/runner/refusal.ts'
import { asResponse } from '#app/runner/submit.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { SignInElsewhere } from '#app/ui/sign-in-elsewhere.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { EraseForm } from './erasure/erase-form.tsx'
import { CopyForm } from './personal-data/copy-form.tsx'
import { ErasurePreview } from './erasure/erasure-preview.tsx'
import { getErasure } from './erasure/erasure-queries.server.ts'
import { copyNeedsSignInWords, findPersonWords, personCopyTitle, personCopyWords } from './erasure/erasure-words.ts'
import { workspacePages } from './workspace-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(findPersonWords.title) }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/data/:personId')
  const personId = z.uuid().safeParse(params['personId'])
  if (!personId.success) throw asResponse(notFound())
  const page = await getErasure(context.parts, actor.workspaceId, personId.data).catch(throwAsPage)
  const mayCopy = !mustSignInAgain('export-person', actor, context.parts.clock.now())
  return { ...page, mayCopy, formKey: newId() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/data/:personId')
  return dispatch(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'erase-person': {
        input: (values) => ({ ...values, personId: params['personId'] }),
        then: () => ({
          path: '/workspace/data',
          says: findPersonWords.erased,
        }),
      },
    },
  )
}

export default function CopyOrErasePersonPage() {
  const { formKey, mayCopy, ...page } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead title={page.person.name} eyebrow={<PageLink to="/workspace/data">{workspacePages.data}</PageLink>} />
      <Panel>
        <h2>{personCopyTitle(page.person.name)}</h2>
        <p>{personCopyWords(page.person.name)}</p>
        {mayCopy ? (
          <CopyForm
            action={paths.personExport(page.person.id)}
            intent="export-person"
            idempotencyKey={keyFor('export-person')}
          />
        ) : (
          <p>
            <Sentence parts={copyNeedsSignInWords(<SignInElsewhere />)} />
          </p>
        )}
      </Panel>
      <ErasurePreview {...page} />
      <EraseForm
        person={page.person}
        why={page.why}
        idempotencyKey={keyFor('erase-person')}
        reply={replyTo(reply, 'erase-person')}
      />
    </div>
  )
}
