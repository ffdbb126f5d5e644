import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dispatch } from '#app/runner/dispatch.server.ts'
import { newId } from '#app/kit/ids.ts'
import type { PostedValues, Reply } from '#app/runner/reply.ts'
import { Refusal, signInAgain } from '#app/runner/refusal.ts'
import { refusedReply, submit } from '#app/runner/submit.server.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { formKeys } from '#app/ui/form-keys.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { mustSignInAgain } from '#app/policy/fresh-sign-in.ts'
import { removeIdentityProvider } from './remove-identity-provider.server.ts'
import { setIdentityProvider } from './set-identity-provider.server.ts'
import { ProviderForm } from './provider-form.tsx'
import { type MemberViewer, requireMember } from '../core/require-viewer.server.ts'
import { countAgainstLimit } from '../core/count-against-limit.server.ts'
import { isIssuerStored, testProvider } from './test-provider.server.ts'
import { getSignOnPage } from './sign-on-queries.server.ts'
import { signOnSettingsWords } from './sign-on-settings-words.ts'

export { keepTyped as clientAction } from '#app/ui/keep-typed.ts'

export const meta: MetaFunction = () => [{ title: pageTitle(signOnSettingsWords.title) }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/sign-on')
  return { ...(await getSignOnPage(context.parts, actor.workspaceId)), formKey: newId() }
}

type Answer = Reply | { status: 'tested'; says: string; values: PostedValues }

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireMember({ request, context }, 'workspace/sign-on')
  const { parts } = context
  const sender = { request, parts, actor, scopeId: actor.workspaceId }
  return dispatch<Answer>(
    request,
    { context, actor, scopeId: actor.workspaceId },
    {
      'remove-identity-provider': (posted) =>
        submit(removeIdentityProvider, { ...sender, values: withoutSecret(posted) }, back),
      'set-identity-provider': async (posted) => {
        const { clientSecret = '', ...values } = posted
        // Before the provider is asked, so that nothing is asked on behalf of an unlocked screen.
        if (mustSignInAgain('set-identity-provider', actor, parts.clock.now()))
          return refusedReply(signInAgain(), values)
        if (!(await isIssuerStored(parts, actor.workspaceId, posted))) {
          const tested = await testPosted(context, actor, posted)
          if ('reply' in tested) return tested.reply
        }
        return submit(setIdentityProvider, { ...sender, values, input: { ...values, clientSecret } }, back)
      },
    },
    {
      others: {
        'test-identity-provider': async (posted) => {
          const tested = await testPosted(context, actor, posted)
          return 'reply' in tested
            ? tested.reply
            : data<Answer>({ status: 'tested', says: tested.says, values: withoutSecret(posted) })
        },
      },
    },
  )
}

const back = () => '/workspace/sign-on'

/** What may be sent back into the page when something needs another look. */
function withoutSecret({ clientSecret: _, ...values }: PostedValues): PostedValues {
  return values
}

/** Asks the provider whether it knows what was typed. */
async function testPosted(
  context: AppLoadContext,
  actor: MemberViewer['actor'],
  posted: PostedValues,
): Promise<{ says: string } | { reply: ReturnType<typeof refusedReply> }> {
  const values = withoutSecret(posted)
  try {
    const known = { workspaceId: actor.workspaceId, person: actor }
    await countAgainstLimit(context, [['provider test by a person', actor.id]], known)
  } catch (error) {
    if (error instanceof Refusal) return { reply: refusedReply(error, values) }
    throw error
  }
  const tested = await testProvider(context.parts, posted)
  if (tested.status !== 'fault') return { says: tested.says }
  const faults = [{ field: 'issuer', message: tested.message }]
  return { reply: data<Reply>({ status: 'invalid', message: '', faults, values }, 422) }
}

export default function SignOnSettingsPage() {
  const { provider, domains, startUrl, callbackUrl, formKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const keyFor = formKeys(formKey)
  const tested = answer?.status === 'tested' ? answer : undefined
  const reply = answer?.status === 'tested' ? { status: 'invalid' as const, faults: [], values: answer.values } : answer
  return (
    <div className="stack">
      <PageHead
        title={signOnSettingsWords.title}
        eyebrow={<PageLink to="/workspace">{signOnSettingsWords.workspace}</PageLink>}
        intro={signOnSettingsWords.intro}
      />
      <Panel>
        <h2>{signOnSettingsWords.setup}</h2>
        <p className="fine">{signOnSettingsWords.setupHint}</p>
        <p>
          <code className="address">{callbackUrl}</code>
        </p>
      </Panel>
      <Panel>
        <ProviderForm
          // Once saved, the secret that was typed is no longer in the page.
          key={provider?.changedAt ?? 'none'}
          idempotencyKey={keyFor('set-identity-provider')}
          reply={replyTo(reply, 'remove-identity-provider') ? undefined : reply}
          provider={provider}
          domains={domains}
          tested={tested?.says}
        />
      </Panel>
      {provider && (
        <Panel>
          <h2>{provider.isProved ? signOnSettingsWords.address : signOnSettingsWords.firstSignIn}</h2>
          <p className="fine">
            {provider.isProved ? signOnSettingsWords.addressHint : signOnSettingsWords.firstSignInHint}
          </p>
          <p>
            <a className="address" href={startUrl}>
              {startUrl}
            </a>
          </p>
          <AskFirst
            text={signOnSettingsWords.remove}
            about={provider.issuer}
            says={signOnSettingsWords.removeHint}
            reply={replyTo(reply, 'remove-identity-provider')}
          >
            <Form
              idempotencyKey={keyFor('remove-identity-provider')}
              intent="remove-identity-provider"
              reply={replyTo(reply, 'remove-identity-provider')}
            >
              <SubmitButton tone="quiet">{signOnSettingsWords.removeNow}</SubmitButton>
            </Form>
          </AskFirst>
        </Panel>
      )}
    </div>
  )
}
