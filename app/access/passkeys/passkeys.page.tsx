import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import { paths } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { Notice } from '#app/ui/notice.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Empty, PageHead, Panel } from '#app/ui/panel.tsx'
import { AddPasskey } from './add-passkey.tsx'
import { PasskeyList } from './passkey-list.tsx'
import { requireMember } from '../core/require-viewer.server.ts'
import { signOnOf } from '../core/identity-provider.server.ts'
import { mostPasskeys } from './passkey-limits.ts'
import { mostPasskeysWords, mustUseSignOnWords, passkeysPageWords, whatPasskeysAre } from './passkey-words.ts'
import { checkNewPasskey } from './new-passkey.server.ts'
import { listPasskeys } from './passkey-queries.server.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'
export { loadUnlessRefused as shouldRevalidate } from '#app/ui/load-unless-refused.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(passkeysPageWords.title) }]

/** A member's own passkeys. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, email, workspace } = await requireMember({ request, context }, 'passkeys')
  const { parts } = context
  const passkeys = await listPasskeys(parts, actor.workspaceId, actor.id)
  const signOn = await parts.reads.in(actor.workspaceId, (trx) => signOnOf(trx, { actor, email }))
  return { workspace: workspace.name, passkeys, mustUseSignOn: signOn === 'required', formKey: newId() }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'passkeys')
  const { parts } = context
  const back = () => '/passkeys'
  return dispatch(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'add-passkey': {
        input: (values) => checkNewPasskey(parts, actor, request, values),
        then: ({ passkeyId }) => paths.passkey(passkeyId),
      },
      'rename-passkey': { then: ({ passkeyId }) => paths.passkey(passkeyId) },
      'remove-passkey': { then: back },
    },
  )
}

export default function PasskeysPage() {
  const { workspace, passkeys, mustUseSignOn, formKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { hash } = useLocation()
  const keyFor = formKeys(formKey)
  return (
    <div className="stack middle">
      <PageHead
        title={passkeysPageWords.title}
        eyebrow={<PageLink to="/devices">{passkeysPageWords.toDevices}</PageLink>}
        intro={whatPasskeysAre(workspace)}
      />
      {mustUseSignOn && <Notice>{mustUseSignOnWords(workspace, passkeys.length > 0)}</Notice>}
      {passkeys.length > 0 ? (
        <PasskeyList passkeys={passkeys} keyFor={keyFor} reply={reply} openAt={hash} />
      ) : (
        <Empty title={passkeysPageWords.empty}>{passkeysPageWords.emptyHint}</Empty>
      )}
      {!mustUseSignOn && (
        <>
          <h2>{passkeysPageWords.add}</h2>
          <Panel>
            {passkeys.length < mostPasskeys ? (
              <>
                <p>{passkeysPageWords.addHint}</p>
                <AddPasskey idempotencyKey={keyFor('add-passkey')} />
              </>
            ) : (
              <p>{mostPasskeysWords(mostPasskeys)}</p>
            )}
          </Panel>
        </>
      )}
    </div>
  )
}
