import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireMember } from '#app/access/core/require-viewer.server.ts'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { Reply } from '#app/runner/reply.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { apiKeyText, newApiKeySecret } from './api-key.server.ts'
import { makeApiKey } from './make-api-key.server.ts'
import { ApiKeyForm } from './api-key-form.tsx'
import { ApiKeyList } from './api-key-list.tsx'
import { MadeKey } from './made-key.tsx'
import { useMadeKey } from './use-made-key.ts'
import { listApiKeys } from './api-key-queries.server.ts'
import { keysPageWords } from './api-key-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(keysPageWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/keys')
  const keys = await listApiKeys(context.parts, actor.workspaceId)
  const time = (at: Date | null) => at?.toISOString() ?? null
  return {
    formKey: newId(),
    keys: keys.map((key) => ({
      ...key,
      createdAt: key.createdAt.toISOString(),
      lastUsedAt: time(key.lastUsedAt),
      expiresAt: time(key.expiresAt),
    })),
  }
}

type Answer = Reply | { status: 'made'; keyId: string; name: string; key: string }

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/keys')
  const { parts } = context
  const { workspaceId } = actor
  return dispatch<Answer>(
    request,
    { context, actor, scopeId: workspaceId },
    {
      'revoke-api-key': { then: () => '/workspace/keys' },
      'make-api-key': async (values) => {
        const [keyId, { secret, secretHash }] = [newId(), newApiKeySecret()]
        const { result } = await runCommand(parts, makeApiKey, {
          actor,
          scopeId: workspaceId,
          input: { ...values, keyId, secretHash },
          idempotencyKey: firstValue(values, 'idempotencyKey') ?? '',
        })
        // Shown in this answer and nowhere else: neither the database nor an address holds it.
        const key = apiKeyText({ workspaceId, id: keyId, secret })
        return data<Answer>({ status: 'made', keyId, name: result.name, key })
      },
    },
  )
}

export default function ApiKeysPage() {
  const { keys, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const made = useMadeKey(answer, keys)
  const reply = answer?.status === 'made' ? undefined : answer
  const keyFor = formKeys(formKey)
  return (
    <div className="stack">
      <PageHead
        title={keysPageWords.title}
        eyebrow={<PageLink to="/workspace">{keysPageWords.workspace}</PageLink>}
        intro={keysPageWords.intro}
      />
      {keys.length > 0 ? (
        <Panel className="flush">
          <ApiKeyList keys={keys} keyFor={keyFor} reply={reply} />
        </Panel>
      ) : (
        <Empty title={keysPageWords.empty}>{keysPageWords.emptyHint}</Empty>
      )}
      <h2>{keysPageWords.create}</h2>
      {made && <MadeKey name={made.name} text={made.key} />}
      <Panel>
        <ApiKeyForm key={keys.length} idempotencyKey={keyFor('make-api-key')} reply={replyTo(reply, 'make-api-key')} />
      </Panel>
    </div>
  )
}
